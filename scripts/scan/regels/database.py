# ruleid: sql-van-woorden
cursor.execute(f"SELECT * FROM school WHERE code = '{code}'")
# ruleid: sql-van-woorden
cursor.execute("SELECT * FROM school WHERE code = '%s'" % code)
# ruleid: sql-van-woorden
cursor.execute("SELECT * FROM school WHERE code = '{}'".format(code))
# ruleid: sql-van-woorden
School.query.raw("SELECT * FROM school WHERE code = " + code)
# ruleid: sql-van-woorden
waarde = RawSQL(f"lower({naam})", [])
# ok: sql-van-woorden
cursor.execute("SELECT * FROM school WHERE code = %s", [code])

# ruleid: geen-extra
scholen.extra(where=[f"code = '{code}'"])
# ok: geen-extra
scholen.filter(code=code)

# ruleid: tabellen-alleen-op-hun-plank
Vestiging.objects.filter(code=code)
# ok: tabellen-alleen-op-hun-plank
get_vestiging(code=code)
