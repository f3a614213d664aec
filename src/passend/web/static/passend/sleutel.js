// Passkeys: the browser makes or uses one, and its answer is sent with the form it belongs to.
"use strict";

const kanSleutels = Boolean(window.PublicKeyCredential?.parseCreationOptionsFromJSON);

async function vraagSleutel(formulier) {
  let opties = formulier.dataset.opties && JSON.parse(formulier.dataset.opties);
  if (!opties) {
    const antwoord = await fetch(formulier.action, { headers: { "X-Requested-With": "XMLHttpRequest" } });
    opties = (await antwoord.json()).request_options;
  }
  return formulier.dataset.sleutel === "maak"
    ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(opties.publicKey) })
    : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(opties.publicKey) });
}

for (const formulier of document.querySelectorAll("form[data-sleutel]")) {
  const fout = formulier.querySelector("[data-fout]");
  formulier.hidden = !kanSleutels;
  formulier.addEventListener("submit", async (e) => {
    e.preventDefault();
    fout.hidden = true;
    try {
      const sleutel = await vraagSleutel(formulier);
      formulier.elements.credential.value = JSON.stringify(sleutel.toJSON());
      formulier.submit();
    } catch {
      fout.hidden = false;
      fout.focus();
    }
  });
}
for (const zin of document.querySelectorAll("[data-zonder-sleutels]")) zin.hidden = kanSleutels;
