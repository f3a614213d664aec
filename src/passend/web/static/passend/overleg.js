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

function besluitenBij(stand) {
  const besluiten = document.querySelector("#besluiten");
  if (stand === besluiten.dataset.stand || besluiten.contains(document.activeElement)) return;
  if ([...besluiten.querySelectorAll("form[data-bewaart]")].some(isBezig)) return;
  htmx.ajax("GET", besluiten.dataset.adres, { target: "#besluiten", swap: "outerHTML" });
}

// a meeting that was closed elsewhere looks different altogether; but what is not saved stays, with a sentence that says so
const isDicht = (hoe) => ["gesloten", "afgezegd"].includes(hoe);
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
    formulier.dataset.vuil = "";
    stuur(formulier);
  }
}

document.addEventListener("click", async (e) => {
  const knop = e.target.closest("[data-kopieer]");
  if (!knop) return;
  const vak = knop.closest("form").querySelector("textarea, [name=wat]");
  vak.select();
  try { await navigator.clipboard.writeText(vak.value); } catch { document.execCommand("copy"); }
  knop.textContent = knop.dataset.klaar;
});

// words that stand in the file already come on the sheet with one click, below what is there
document.addEventListener("click", (e) => {
  const knop = e.target.closest("[data-neem-over]");
  const vak = knop && document.getElementById(knop.dataset.neemOver);
  if (!vak) return;
  const woorden = knop.closest(".uit-opp").querySelector("[data-woorden]");
  vak.value = [vak.value.trim(), woorden.dataset.woorden || woorden.textContent].filter(Boolean).join("\n\n");
  vak.dispatchEvent(new Event("input", { bubbles: true }));
  vak.focus();
  knop.closest(".uit-opp").remove();
});

// a decision that cannot be added or taken away now says why, where the button is
document.addEventListener("htmx:error", (e) => {
  const knop = e.detail?.ctx?.sourceElement;
  const melding = knop?.matches("button") && knop.closest("#besluiten")?.querySelector("[data-verbinding]");
  if (!melding) return;
  const zin = document.createElement("span");
  zin.className = "etiket fout";
  zin.textContent = melding.dataset.verbinding;
  melding.replaceChildren(zin);
});

let stand;
function lees(nieuws) {
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
  const net = document.querySelector("[data-net]");
  if (net) { net.removeAttribute("data-net"); net.focus(); }
});
