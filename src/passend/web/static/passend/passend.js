// What a page needs beyond htmx: dropping a file, walking with the keyboard, keeping an eye on colleagues.
"use strict";

const isVeld = (el) => el.matches("input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable]");

// --- dropping a document: progress in words while it is sent and read ------------------------------------------------
function afgeefplek(formulier) {
  const bestand = formulier.querySelector("input[type=file]");
  const vak = formulier.querySelector("[data-voortgang]");
  const woorden = vak.querySelector("[data-woorden]");
  const balk = vak.querySelector("progress");
  const verstuur = () => {
    if (!bestand.files.length) return;
    vak.hidden = false;
    const verzoek = new XMLHttpRequest();
    verzoek.open("POST", formulier.action);
    verzoek.upload.onprogress = (e) => {
      if (!e.lengthComputable) return;
      const deel = Math.round((100 * e.loaded) / e.total);
      balk.value = deel;
      woorden.textContent = `${woorden.dataset.sturen}: ${deel}%`;
    };
    verzoek.upload.onload = () => { balk.removeAttribute("value"); woorden.textContent = woorden.dataset.lezen; };
    verzoek.onload = () => {
      if (verzoek.status === 200 && verzoek.responseURL !== formulier.action) { location.assign(verzoek.responseURL); return; }
      const pagina = new DOMParser().parseFromString(verzoek.responseText, "text/html");
      document.querySelector("main").replaceWith(pagina.querySelector("main"));
      document.querySelector("main").focus();
      begin();
    };
    verzoek.onerror = () => formulier.submit();
    verzoek.send(new FormData(formulier));
  };
  bestand.addEventListener("change", verstuur);
  for (const soort of ["dragenter", "dragover"]) formulier.addEventListener(soort, (e) => { e.preventDefault(); formulier.classList.add("boven"); });
  for (const soort of ["dragleave", "drop"]) formulier.addEventListener(soort, () => formulier.classList.remove("boven"));
  formulier.addEventListener("drop", (e) => {
    e.preventDefault();
    if (e.dataTransfer.files.length) { bestand.files = e.dataTransfer.files; verstuur(); }
  });
}

// --- sending what takes a while: words that say so ----------------------------------------------------------------------
document.addEventListener("submit", (e) => {
  const formulier = e.target.closest("form[data-bezig]");
  const woorden = formulier?.querySelector("[data-bezig-woorden]");
  if (woorden) woorden.hidden = false;
});

// --- checking: the place in the document beside what was read; J and K walk, Enter says it is right -----------------
const schaal = 1.6;

function wijsAan(element) {
  document.querySelectorAll("[data-document] .aan, .gelezen.aan").forEach((el) => el.classList.remove("aan"));
  document.querySelectorAll("[data-document] .vak").forEach((el) => el.remove());
  element.classList.add("aan");
  const blad = element.dataset.kader && document.querySelector(`[data-blad="${element.dataset.pagina}"]`);
  const lijst = document.querySelector("[data-document]");
  if (blad) {
    const beeld = blad.querySelector("img");
    const teken = () => {
      const [x0, top, x1, bottom] = element.dataset.kader.split(",").map((n) => Number(n) * schaal);
      const vak = document.createElement("div");
      vak.className = "vak";
      vak.style.left = `${(100 * x0) / beeld.naturalWidth - 1}%`;
      vak.style.width = `${(100 * (x1 - x0)) / beeld.naturalWidth + 2}%`;
      vak.style.top = `${(100 * top) / beeld.naturalHeight - 0.7}%`;
      vak.style.height = `${(100 * (bottom - top)) / beeld.naturalHeight + 1.4}%`;
      blad.append(vak);
      lijst.scrollTop += vak.getBoundingClientRect().top - lijst.getBoundingClientRect().top - lijst.clientHeight / 3;
      lijst.scrollLeft += vak.getBoundingClientRect().left - lijst.getBoundingClientRect().left - 16;
    };
    if (beeld.complete && beeld.naturalWidth) teken(); else { beeld.loading = "eager"; beeld.addEventListener("load", teken, { once: true }); }
    return;
  }
  const regel = document.querySelector(`[data-document] li[data-regel="${element.dataset.regel}"]`);
  if (regel) {
    regel.classList.add("aan");
    lijst.scrollTop += regel.getBoundingClientRect().top - lijst.getBoundingClientRect().top - lijst.clientHeight / 3;
  }
}

// where something must be chosen, the choice has the focus; on a narrow screen the document stays above the card
const eersteKeuze = (kaart) => kaart?.querySelector("[data-eerst] input");
function ganaar(element) {
  if (!element) return;
  (eersteKeuze(element) || element).focus({ preventScroll: true });
  element.scrollIntoView({ block: matchMedia("(max-width: 62rem)").matches ? "start" : "center" });
}

function stap(richting) {
  const alle = [...document.querySelectorAll("[data-gelezen]")];
  const nu = alle.indexOf(document.activeElement.closest("[data-gelezen]"));
  ganaar(alle[nu < 0 ? 0 : Math.min(alle.length - 1, Math.max(0, nu + richting))]);
}

function nakijken(blok) {
  blok.addEventListener("focusin", (e) => { const el = e.target.closest("[data-gelezen]"); if (el) wijsAan(el); });
  blok.addEventListener("click", (e) => { const el = e.target.closest("[data-gelezen]"); if (el) wijsAan(el); });
  const eerste = blok.querySelector("[data-twijfel]");
  if (eerste) wijsAan(eerste);
}

document.addEventListener("keydown", (e) => {
  if (e.ctrlKey || e.metaKey || e.altKey || !document.querySelector("[data-nakijken]")) return;
  const veld = isVeld(e.target);
  if ((e.key === "j" || e.key === "k") && (!veld || e.target.type === "date")) { e.preventDefault(); stap(e.key === "j" ? 1 : -1); }
  if (e.key === "Enter" && !veld && !e.target.closest("button, a, summary")) {
    const kaart = e.target.closest("[data-gelezen]");
    if (!kaart) return;
    e.preventDefault();
    if (e.repeat) return; // a key that is held answers one card, not all of them
    const knop = kaart.querySelector("veranderd" in kaart.dataset ? "[data-zo-goed]" : "[data-akkoord]");
    const keuze = eersteKeuze(kaart);
    if (knop) knop.click();
    else if (keuze && !e.target.closest("[data-eerst]")) keuze.focus();
    else stap(1);
  }
});

// who chose something else than what was read is not offered to agree with it any more
document.addEventListener("input", (e) => {
  const kaart = e.target.closest("[data-verbeter]")?.closest("[data-gelezen]");
  const akkoord = kaart?.querySelector("[data-akkoord]");
  if (kaart) kaart.dataset.veranderd = "";
  if (akkoord) akkoord.hidden = true;
});

// after an answer: on to the next doubtful one, or to storing when there is none; not to its button, for who has pressed
// Enter for each card presses it once too often, and storing is something one chooses
document.addEventListener("htmx:after:swap", () => {
  const blok = document.querySelector("[data-nakijken]");
  const nu = document.activeElement;
  if (!blok || (blok.contains(nu) && !nu.matches(".klaar, .klaar *"))) return;
  ganaar(blok.querySelector("[data-twijfel]") || document.querySelector("#opslaan h2"));
});

// --- a button that is pressed is a button that is clicked ---------------------------------------------------------------
// Pressing it leaves the field one wrote in, and saving that moves the page: between press and release nothing is sent, and
// what moved away from under the pointer all the same is clicked still. After a second the saving goes on, held or not.
const DRUKBAAR = "button, summary, a[href], input[type=checkbox], input[type=radio], label";
const naLoslaten = [];
let druk = null;
let houdt = 0;
function laatLos() {
  clearTimeout(houdt);
  houdt = 0;
  naLoslaten.splice(0).forEach((doe) => doe());
}
document.addEventListener("mousedown", (e) => {
  const knop = e.button === 0 && e.target.closest(DRUKBAAR);
  druk = knop ? { knop, x: e.clientX, y: e.clientY } : null;
  clearTimeout(houdt);
  if (knop) houdt = setTimeout(laatLos, 1000);
}, { capture: true });
document.addEventListener("mouseup", (e) => {
  if (!druk) return;
  const { knop, x, y } = druk;
  const isVerschoven = knop.isConnected && !knop.contains(e.target) && Math.hypot(e.clientX - x, e.clientY - y) < 4;
  druk = null;
  laatLos();
  if (isVerschoven) knop.click();
}, { capture: true });

// --- saving while one writes: only what changed, on top of the newest version, and also when the page is left -----------
const wachttijd = 4000;
const bewaarder = (e) => { const bron = e.detail?.ctx?.sourceElement; return bron?.matches("form[data-bewaart]") ? bron : null; };
const bewaarNu = () => document.querySelectorAll("form[data-vuil]").forEach((el) => el.dispatchEvent(new Event("change", { bubbles: true })));

document.addEventListener("input", (e) => { const formulier = e.target.closest("form[data-bewaart]"); if (formulier) formulier.dataset.vuil = ""; });
document.addEventListener("htmx:config:request", (e) => {
  const formulier = bewaarder(e);
  const isNieuw = formulier && ("vuil" in formulier.dataset || e.detail.ctx.sourceEvent.type === "submit");
  if (formulier && (!isNieuw || houdt || "wacht" in formulier.dataset)) e.preventDefault();
  if (isNieuw && houdt) naLoslaten.push(() => formulier.dispatchEvent(new Event("change", { bubbles: true })));
});
document.addEventListener("htmx:before:request", (e) => {
  const formulier = bewaarder(e);
  if (!formulier) return;
  delete formulier.dataset.vuil;
  const verzoek = e.detail.ctx.request;
  // a request that waited for its turn carries the version of before that turn
  const versie = formulier.querySelector("[name=versie]");
  if (versie) verzoek.body.set("versie", versie.value);
  verzoek.keepalive = verzoek.body.toString().length < 60000;
});
// one attempt for all that waits: one for each would start as many for all of them again, and a half hour of that is a storm
let straks = 0;
function probeerStraks() {
  straks ||= setTimeout(() => { straks = 0; bewaarNu(); }, wachttijd);
}
function nietVerstuurd(formulier) {
  if (!formulier.isConnected) return;
  formulier.dataset.vuil = "";
  const melding = document.createElement("span");
  melding.className = "etiket fout";
  melding.textContent = formulier.dataset.verbroken;
  const plek = formulier.querySelector(".opslag");
  plek.querySelectorAll(".etiket, .goed").forEach((el) => el.remove());
  plek.append(melding);
  probeerStraks();
}
document.addEventListener("htmx:error", (e) => { const formulier = bewaarder(e); if (formulier) nietVerstuurd(formulier); });
// what stands there now, as the page shows it
const huidig = (knop) => knop.closest(".botsing").querySelector("[data-huidig]")?.textContent ?? "";
// two texts become one: the colleague's first, then one's own
document.addEventListener("click", (e) => {
  const knop = e.target.closest("[data-samen]");
  if (!knop) return;
  const vak = knop.closest("form").querySelector("textarea");
  vak.value = `${knop.dataset.samen || huidig(knop)}\n\n${vak.value}`;
  knop.closest(".botsing").querySelector("[hx-post]").click();
});
// the colleague's words take the place of one's own
document.addEventListener("click", (e) => {
  const knop = e.target.closest("[data-neem]");
  if (!knop) return;
  knop.closest("form").querySelector("textarea").value = huidig(knop);
  knop.closest(".botsing").querySelector("[hx-post]").click();
});
// a choice between two texts that nobody made yet, and words that could not be saved, are not left behind without a word
const bleefStaan = (formulier) => !navigator.onLine || formulier.querySelector(".opslag .fout, [data-waarom]");
addEventListener("beforeunload", (e) => {
  if (document.querySelector(".botsing") || [...document.querySelectorAll("form[data-vuil]")].some(bleefStaan)) e.preventDefault();
});
addEventListener("online", bewaarNu);
// no turn to wait for any more: what is typed while an earlier request is under way would otherwise stay behind in its queue
addEventListener("pagehide", () => document.querySelectorAll("form[data-vuil]").forEach((formulier) => {
  delete formulier.dataset.vuil;
  const body = new URLSearchParams(new FormData(formulier));
  const headers = JSON.parse(document.body.getAttribute("hx-headers:inherited"));
  fetch(formulier.getAttribute("hx-post"), { method: "POST", body, headers, keepalive: body.toString().length < 60000 })
    .catch(() => { formulier.dataset.vuil = ""; });
}));
document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") bewaarNu(); });

// --- after a form was refused: to the sentence that says why, with what it stands in open ----------------------------------
function naarFout(fout) {
  if (!fout) return;
  for (let el = fout.closest("details"); el; el = el.parentElement.closest("details")) el.open = true;
  fout.tabIndex = -1;
  fout.focus({ preventScroll: true });
  fout.scrollIntoView({ block: "center" });
}

// --- a long text is not lost when the session ended elsewhere: before it is sent, the page asks whether it can be ----------
// nor is a file that was chosen, or what a child chose of its cards
const isLang = (formulier) => [...formulier.querySelectorAll("textarea")].some((vak) => vak.value.trim())
  || [...formulier.querySelectorAll("input[type=file]")].some((vak) => vak.files.length)
  || formulier.querySelector(".kaartkeus :checked") !== null;

async function waaromNiet(formulier, vraag) {
  try {
    const antwoord = await fetch(vraag.dataset.adres, { redirect: "manual", cache: "no-store" });
    const { wie, merk } = antwoord.ok ? await antwoord.json() : {};
    if (!wie) return "afgemeld";
    if (wie !== vraag.dataset.wie) return "ander";
    const veld = formulier.querySelector("[name=csrfmiddlewaretoken]"); // who signed in again has a new one
    if (veld) veld.value = merk;
    document.body.setAttribute("hx-headers:inherited", JSON.stringify({ "X-CSRFToken": merk }));
    return "";
  } catch {
    return "verbinding";
  }
}

document.addEventListener("submit", async (e) => {
  const formulier = e.target;
  const vraag = document.getElementById("niet-verstuurd");
  if (e.defaultPrevented || !vraag || formulier.method !== "post" || formulier.matches("[hx-post], [hx-get]") || !isLang(formulier)) return;
  if (formulier.dataset.vraag === "mag") { delete formulier.dataset.vraag; return; }
  e.preventDefault();
  if ("vraag" in formulier.dataset) return;
  formulier.dataset.vraag = "loopt";
  const waarom = await waaromNiet(formulier, vraag);
  delete formulier.dataset.vraag;
  formulier.querySelectorAll("[data-waarom]").forEach((el) => el.remove());
  if (!waarom) {
    formulier.dataset.vraag = "mag";
    formulier.requestSubmit(e.submitter);
    return;
  }
  const zin = vraag.content.querySelector(`[data-waarom=${waarom}]`).cloneNode(true);
  zin.setAttribute("role", "alert");
  formulier.append(zin);
  naarFout(zin);
});

// --- the same while one writes: what was typed waits above the sentence that says why, and is saved once it can be --------
async function bewaarOfWacht(formulier) {
  const vraag = document.getElementById("niet-verstuurd");
  const waarom = await waaromNiet(formulier, vraag);
  const zin = formulier.querySelector("[data-waarom]");
  if (waarom && formulier.isConnected) {
    if (zin?.dataset.waarom !== waarom) {
      zin?.remove();
      const nieuw = vraag.content.querySelector(`[data-waarom=${waarom}]`).cloneNode(true);
      nieuw.setAttribute("role", "alert");
      formulier.append(nieuw);
    }
    setTimeout(() => bewaarOfWacht(formulier), wachttijd);
    return;
  }
  zin?.remove();
  delete formulier.dataset.wacht;
  formulier.dataset.opnieuw = ""; // who is still refused then, reads why
  formulier.dispatchEvent(new Event("change", { bubbles: true }));
}

document.addEventListener("htmx:before:response", (e) => {
  const formulier = bewaarder(e);
  if (!formulier) return;
  const { status } = e.detail.ctx.response;
  if ([502, 503, 504].includes(status)) { e.preventDefault(); nietVerstuurd(formulier); return; } // a server in between that finds ours gone
  const isWeg = [401, 403].includes(status) && document.getElementById("niet-verstuurd");
  if (!isWeg || "opnieuw" in formulier.dataset) { delete formulier.dataset.opnieuw; return; }
  e.preventDefault();
  formulier.dataset.vuil = "";
  formulier.dataset.wacht = "";
  formulier.querySelectorAll(".opslag .etiket, .opslag .goed").forEach((el) => el.remove()); // that there was no connection is not so any more
  bewaarOfWacht(formulier);
});

// --- words that could not be saved are copied with one click ---------------------------------------------------------------
document.addEventListener("click", async (e) => {
  const knop = e.target.closest("[data-kopieer]");
  if (!knop) return;
  const vak = knop.closest("form, [data-kopieerbaar]").querySelector("textarea, [name=wat]");
  vak.select();
  try { await navigator.clipboard.writeText(vak.value); } catch { document.execCommand("copy"); }
  knop.textContent = knop.dataset.klaar;
});

// --- words that stand somewhere already come in a field with one click, below what is there --------------------------------
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

// --- a plain form is sent once, however often one clicks ------------------------------------------------------------------
document.addEventListener("submit", (e) => {
  const formulier = e.target;
  if (e.defaultPrevented || formulier.matches("[hx-post], [hx-get]")) return;
  if ("verstuurd" in formulier.dataset) { e.preventDefault(); return; }
  formulier.dataset.verstuurd = "";
});
addEventListener("pageshow", () => document.querySelectorAll("form[data-verstuurd]").forEach((el) => delete el.dataset.verstuurd));

// --- a search page is reached with / ---------------------------------------------------------------------------------
document.addEventListener("keydown", (e) => {
  if (e.key !== "/" || isVeld(e.target)) return;
  const zoek = document.querySelector("input[type=search]");
  if (zoek) { e.preventDefault(); zoek.focus(); }
});

// --- menus close when one looks elsewhere -------------------------------------------------------------------------------
document.addEventListener("click", (e) => {
  document.querySelectorAll("details[data-menu][open]").forEach((el) => { if (!el.contains(e.target)) el.open = false; });
});
document.addEventListener("keydown", (e) => {
  if (e.key !== "Escape") return;
  document.querySelectorAll("details[data-menu][open]").forEach((el) => { el.open = false; el.querySelector("summary").focus(); });
});

// --- the ondersteuningsstructuur: parts are added, moved and taken away; each change is an input, and so saved ------------
const veldVan = (rij, naam) => rij.querySelector(`[name=${naam}]`);

// each kind is asked its own questions; what was typed goes along to the place where the new kind asks for it
function wordSoort(rij) {
  const [soort, ring, rol, meer] = ["soort", "ring", "rol", "toelichting"].map((naam) => veldVan(rij, naam));
  const oud = rij.dataset.soort;
  rij.dataset.soort = soort.value;
  if (soort.value === "stap" && oud !== "stap") {
    rij.dataset.ring = ring.value;
    ring.value = "1";
    meer.value = [rol.value, meer.value].filter(Boolean).join(": ");
    rol.value = "";
  } else if (soort.value !== "stap" && oud === "stap") {
    ring.value = rij.dataset.ring || ring.value;
    if (meer.value.length <= rol.maxLength) [rol.value, meer.value] = [meer.value, ""];
  }
  for (const klasse of ["bij-mens", "bij-overleg"]) rij.querySelector("[data-meer]").classList.toggle(klasse, Boolean(meer.value) && soort.value !== "stap");
}

// a cleared name is not a part taken away: the old one stays until another is typed, or all of the row is left blank
const isBlank = (rij) => !["naam", "rol", "toelichting"].some((naam) => veldVan(rij, naam).value.trim());
function verlaat(rij) {
  const naam = veldVan(rij, "naam").value.trim();
  if (!naam && !isBlank(rij)) return false;
  const vorige = veldVan(rij, "vorige");
  const wasAnders = !naam && vorige.value !== "";
  vorige.value = naam;
  toonNaam(rij);
  return wasAnders;
}
function toonNaam(rij) {
  const [naam, vorige] = [veldVan(rij, "naam"), veldVan(rij, "vorige")];
  naam.placeholder = vorige.value;
  rij.querySelector("[data-zonder-naam]").hidden = Boolean(naam.value.trim()) || !vorige.value;
}

function structuur(formulier) {
  const rijen = formulier.querySelector("[data-rijen]");
  const veranderd = () => rijen.dispatchEvent(new Event("input", { bubbles: true }));
  formulier.querySelector("[data-erbij]").addEventListener("click", () => {
    rijen.append(formulier.querySelector("[data-leeg]").content.cloneNode(true));
    rijen.lastElementChild.querySelector("select").focus();
  });
  rijen.addEventListener("input", (e) => {
    const rij = e.target.closest("[data-rij]");
    if (!rij) return;
    if (e.target.name === "soort") wordSoort(rij);
    if (e.target.name === "naam") toonNaam(rij);
  });
  rijen.addEventListener("focusout", (e) => {
    const rij = e.target.closest("[data-rij]");
    if (rij && !rij.contains(e.relatedTarget) && verlaat(rij)) veranderd();
  });
  addEventListener("pagehide", () => { if ([...rijen.children].map(verlaat).some(Boolean)) veranderd(); }, { capture: true });
  rijen.addEventListener("click", (e) => {
    const knop = e.target.closest("button");
    const rij = e.target.closest("[data-rij]");
    if (!knop || !rij) return;
    if (knop.matches("[data-weg]")) (rij.nextElementSibling || rij.previousElementSibling)?.querySelector("select").focus(), rij.remove();
    if (knop.matches("[data-omhoog]") && rij.previousElementSibling) rij.previousElementSibling.before(rij), knop.focus();
    if (knop.matches("[data-omlaag]") && rij.nextElementSibling) rij.nextElementSibling.after(rij), knop.focus();
    veranderd();
  });
}

function begin() {
  document.querySelectorAll("[data-structuur]").forEach(structuur);
  document.querySelectorAll("[data-afgeefplek]").forEach(afgeefplek);
  document.querySelectorAll("[data-nakijken]").forEach(nakijken);
  // on a phone the row of pages is wider than the screen: the page one is at must be seen in it
  document.querySelector(".bladen [aria-current]")?.scrollIntoView({ inline: "center", block: "nearest" });
  naarFout(document.querySelector("main [role=alert]:not([hidden], :empty)"));
}
document.addEventListener("DOMContentLoaded", begin);
