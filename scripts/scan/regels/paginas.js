// ruleid: script-schrijft-woorden
vak.innerHTML = woorden;
// ruleid: script-schrijft-woorden
localStorage.setItem("naam", naam);
// ok: script-schrijft-woorden
vak.textContent = woorden;
