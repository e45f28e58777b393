// Where somebody types: a question, or the answer that the assistant waits for, with the keyboard that fits it.

import { el, knop, teken } from "./elementen.js";

const MAX_BERICHT = 2000; // characters, as the interface takes them

/** `zeg(bericht)` says whether it was taken. Gives `{form, veld, verwacht(v)}`, `v` being the `verwacht` of a reply. */
export function opsteller({ t, zeg }) {
  const label = el("label", { for: "invoer" });
  const hulp = el("p.hulp", { id: "hulp" });
  const veld = el("textarea", { id: "invoer", rows: 2, maxlength: MAX_BERICHT, enterkeyhint: "send", autocomplete: "off", "aria-describedby": "hulp" });
  const metWoorden = knop("stil", t.metWoorden, () => {
    zet(t.uwAntwoord, t.hulp, "text");
    veld.focus();
  });

  function zet(naam, uitleg, toetsenbord) {
    label.textContent = naam;
    hulp.textContent = uitleg;
    veld.inputMode = toetsenbord;
    metWoorden.hidden = toetsenbord !== "decimal"; // on a phone that keyboard has no letters
  }

  function verstuur() {
    if (veld.value.trim() && zeg(veld.value)) veld.value = "";
  }

  veld.addEventListener("keydown", (toets) => {
    if (toets.key !== "Enter" || toets.shiftKey || toets.isComposing) return;
    toets.preventDefault();
    verstuur();
  });

  const form = el(
    "form.opsteller",
    {
      onsubmit: (gebeurtenis) => {
        gebeurtenis.preventDefault();
        verstuur();
      },
    },
    label,
    el("div.invoerrij", {}, veld, el("button.hoofd", { type: "submit" }, teken("stuur"), t.stuur)),
    el("div.hulprij", {}, hulp, metWoorden),
  );
  const verwacht = (v) => {
    if (v?.type === "getal") zet(t.uwGetal, t.hulpGetal, "decimal");
    else zet(v ? t.uwAntwoord : t.uwVraag, t.hulp, "text");
  };
  verwacht(null);
  return { form, veld, verwacht };
}
