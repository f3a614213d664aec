# ruleid: geen-schil
subprocess.run(f"pdftotext {naam}", shell=True)
# ruleid: geen-schil
os.system("ls")
# ok: geen-schil
subprocess.run([sys.executable, "-m", "passend.documenten.lezen.bewaakt", naam], check=False)

# ruleid: geen-code-uit-woorden
eval(formule)
# ok: geen-code-uit-woorden
formules[naam](waarde)

# ruleid: geen-pickle-van-een-ander
antwoord = pickle.loads(kind.stdout)
# ok: geen-pickle-van-een-ander
antwoord = lees_antwoord(kind.stdout)

# ruleid: xml-alleen-door-zipbestand
boom = etree.fromstring(inhoud)
# ok: xml-alleen-door-zipbestand
boom = lees_xml(inhoud)

# ruleid: toeval-voor-geheimen
sleutel = random.choice(tekens)
# ok: toeval-voor-geheimen
sleutel = secrets.token_urlsafe(32)

# ruleid: geen-zwakke-som
som = hashlib.md5(inhoud)
# ok: geen-zwakke-som
som = hashlib.sha256(inhoud)
