// The sheet of a meeting on the screen of a room: what others write comes in where nobody here is typing.
"use strict";

const isBezig = (formulier) => "vuil" in formulier.dataset || formulier.matches(".htmx-request") || formulier.querySelector(".botsing, .fout") !== null;

// the place of the cursor stays, for somebody may be about to type
function neemOver(deel, nieuw) {
  const formulier = deel.querySelector("form[data-bewaart]");
  if (!formulier) {
    deel.querySelector("[data-voorlees]").textContent = nieuw.dataset.tekst;
    deel.dataset.versie = nieuw.dataset.versie;
    return;
  }
  const [vak, versie] = [formulier.querySelector("textarea"), formulier.querySelector("[name=versie]")];
  if (isBezig(formulier) || Number(versie.value) >= Number(nieuw.dataset.versie)) return;
  const plek = [vak.selectionStart, vak.selectionEnd].map((n) => Math.min(n, nieuw.dataset.tekst.length));
  vak.value = nieuw.dataset.tekst;
  versie.value = nieuw.dataset.versie;
  if (document.activeElement === vak) vak.setSelectionRange(...plek);
  formulier.querySelectorAll(".opslag > span").forEach((el) => el.remove());
  const wie = document.createElement("span");
  wie.className = "stil";
  wie.textContent = nieuw.dataset.wie;
  formulier.querySelector(".opslag").append(wie);
}

const isIemandErin = (besluiten) => besluiten.contains(document.activeElement) || [...besluiten.querySelectorAll("form[data-bewaart]")].some(isBezig);
async function besluitenBij(stand) {
  const besluiten = document.querySelector("#besluiten");
  if (stand === besluiten.dataset.stand || isIemandErin(besluiten)) return;
  const antwoord = await fetch(besluiten.dataset.adres, { redirect: "error", cache: "no-store" }).catch(() => null);
  const nieuw = antwoord?.ok && new DOMParser().parseFromString(await antwoord.text(), "text/html").querySelector("#besluiten");
  if (!nieuw || !besluiten.isConnected || isIemandErin(besluiten) || houdt) return; // somebody began meanwhile: the next news comes in three seconds
  besluiten.replaceWith(nieuw);
  htmx.process(nieuw);
}

// a decision is made here and has a name of its own: without a connection it waits, and sent twice it is there once
const eigenNaam = () => [...crypto.getRandomValues(new Uint8Array(16))].map((getal) => getal.toString(16).padStart(2, "0")).join("");
// clicked twice by mistake it is made once: one that nobody filled in yet is waiting already
const nogLeeg = () => [...document.querySelectorAll("#besluitrijen .besluit:not([hidden])")].find((rij) => rij.querySelector("[name=sleutel]") && !rij.querySelector("[name=wat]").value.trim());
function nieuwBesluit() {
  const leeg = nogLeeg();
  if (leeg) { leeg.querySelector("[name=wat]").focus(); toonHeel(leeg); return; }
  const rij = document.getElementById("leeg-besluit").content.querySelector("li").cloneNode(true);
  const sleutel = eigenNaam();
  rij.id = `besluit-${sleutel}`;
  for (const veld of rij.querySelectorAll("[id]")) veld.id = veld.id.replace("nieuw", sleutel);
  for (const label of rij.querySelectorAll("label")) label.htmlFor = label.htmlFor.replace("nieuw", sleutel);
  rij.querySelector("[name=sleutel]").value = sleutel;
  const rijen = document.getElementById("besluitrijen");
  rijen.append(rij);
  htmx.process(rij);
  verstuur(rij.querySelector("form"));
  rij.querySelector("[name=wat]").focus({ preventScroll: true }); // on a wide screen the decisions are in sight, and the sheet stays where it is
  toonHeel(rij);
  const { top, bottom } = rij.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight - 80) rij.scrollIntoView({ block: "center" });
}
// decisions scroll by themselves on a wide screen: what one writes in is seen whole, with what is said of it
function toonHeel(rij) {
  const rijen = rij.parentElement;
  rijen.scrollTop += Math.max(0, rij.getBoundingClientRect().bottom - rijen.getBoundingClientRect().bottom + 4);
}
document.addEventListener("htmx:error", (e) => {
  const rij = bewaarder(e)?.closest(".besluit");
  if (rij?.contains(document.activeElement)) toonHeel(rij);
});
function haalWeg(formulier) {
  formulier.querySelector("[name=weg]").value = "1";
  formulier.closest(".besluit").hidden = true;
  verstuur(formulier);
}
document.addEventListener("click", (e) => {
  if (e.target.closest("[data-nieuw-besluit]")) nieuwBesluit();
  const weg = e.target.closest("[data-haal-weg]");
  if (weg) haalWeg(weg.closest("form"));
});
// what was taken away is gone once the server says so; where it may not be, it shows again with the reason
function naAntwoord(formulier) {
  if (!formulier?.querySelector("[name=weg]")?.value) return;
  const besluit = formulier.closest(".besluit");
  if (!formulier.querySelector(".botsing, .fout")) { besluit.remove(); return; }
  formulier.querySelector("[name=weg]").value = "";
  besluit.hidden = false;
}

// a meeting that was closed elsewhere looks different altogether; but what is not saved stays, with a sentence that says so
const isDicht = (hoe) => ["gesloten", "afgezegd"].includes(hoe);
const verstuur = (formulier) => { formulier.dataset.vuil = ""; stuur(formulier); };
const stuur = (formulier) => formulier.dispatchEvent(new Event("change", { bubbles: true }));
function sluitOfWacht() {
  const bezig = [...document.querySelectorAll("form[data-bewaart]")].filter(isBezig);
  if (!bezig.length) location.reload();
  bezig.filter((formulier) => "vuil" in formulier.dataset).forEach(stuur);
}
// who closed it opened it again: what still stood on this screen is saved after all
function hervat() {
  for (const melding of document.querySelectorAll("[data-dicht]")) {
    const formulier = melding.closest("form");
    melding.remove();
    verstuur(formulier);
  }
}

// what lies on the sheet from the file scrolls by itself: as long as it goes on below, a button says so and goes there
function wijsVerder() {
  const knop = document.querySelector("[data-verder]");
  if (!knop) return;
  const vak = knop.parentElement;
  knop.hidden = vak.scrollHeight - vak.clientHeight - vak.scrollTop - knop.offsetHeight < 8;
}
document.addEventListener("click", (e) => {
  const vak = e.target.closest("[data-verder]")?.parentElement;
  vak?.scrollBy({ top: vak.clientHeight * 0.7, behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
});
document.addEventListener("scroll", (e) => { if (e.target.matches?.(".dossierbronnen")) wijsVerder(); }, { capture: true, passive: true });
document.addEventListener("toggle", (e) => { if (e.target.closest(".dossierbronnen")) wijsVerder(); }, { capture: true });
addEventListener("resize", wijsVerder);
document.addEventListener("DOMContentLoaded", wijsVerder);

// a decision that cannot be taken away now says why, where the button is
document.addEventListener("htmx:error", (e) => {
  const knop = e.detail?.ctx?.sourceElement;
  const melding = knop?.matches("button") && knop.closest("#besluiten")?.querySelector("[data-verbinding]");
  if (!melding) return;
  const zin = document.createElement("span");
  zin.className = "etiket fout";
  zin.textContent = melding.dataset.verbinding;
  melding.replaceChildren(zin);
});

// who is signed out reads that where they type; the news goes on where it stopped once they are back
document.addEventListener("htmx:before:response", (e) => {
  const { sourceElement: bron, response: antwoord } = e.detail.ctx;
  if (bron?.id === "nieuws" && [401, 502, 503, 504].includes(antwoord.status)) e.preventDefault();
});

let stand;
function lees(nieuws) {
  if (houdt) { setTimeout(() => lees(nieuws), 200); return; }
  for (const nieuw of nieuws.querySelectorAll("[data-deel]")) {
    const deel = document.querySelector(`#deel-${nieuw.dataset.deel}`);
    if (deel && Number(deel.dataset.versie) < Number(nieuw.dataset.versie)) neemOver(deel, nieuw);
  }
  if ("besluiten" in nieuws.dataset) besluitenBij(nieuws.dataset.besluiten);
  if (!isDicht(nieuws.dataset.stand)) hervat();
  else if (stand && nieuws.dataset.stand !== stand) sluitOfWacht();
}

document.addEventListener("DOMContentLoaded", () => { stand = document.querySelector("#nieuws")?.dataset.stand; });
document.addEventListener("htmx:after:swap", (e) => {
  if (e.detail?.ctx?.sourceElement?.closest?.("#besluiten")) document.querySelector("[data-verbinding]")?.replaceChildren();
  const nieuws = document.querySelector("#nieuws");
  if (nieuws) lees(nieuws);
  naAntwoord(bewaarder(e));
});
