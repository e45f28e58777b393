// The window: head, conversation, what is the matter, and where one types. Listens to the conversation and shows it.

import { antwoordElement, bezigElement, keuzes, knoppenrij, mensElement, misElement, voorgelezen, vraagElement } from "./berichten.js";
import { el, knop, teken } from "./elementen.js";
import { gemeentekeuze, menu } from "./menu.js";
import { opsteller } from "./opsteller.js";
import { contact, Lijn } from "./overdracht.js";

const MARGE = 16; // pixels above the question that somebody is reading on from

export class Venster {
  #o; // the surroundings that every part gets
  #laatste = null; // the last reply, and the answers to choose from under it
  #keuzes = null;
  #lijn;
  #naarAntwoord = false; // somebody pressed a button that goes away: the answer gets the focus

  /** `omgeving`: {t, taal, dienst, gesprek, loket}. `soort`: "dialog" or "section". `bijSluiten`: null for no button. */
  constructor(omgeving, { soort, titel, kiesGemeente, bijSluiten }) {
    const { t, gesprek } = omgeving;
    this.#o = {
      ...omgeving,
      zeg: (bericht) => this.#zegMetKnop(bericht),
      meld: (tekst, zichtbaar) => this.#meld(tekst, zichtbaar),
    };
    this.keuze = gemeentekeuze(this.#o);
    this.menu = menu(this.#o, kiesGemeente ? [] : [this.keuze.rij]);
    this.titel = el("h2", { id: "titel", tabindex: "-1" }, teken("gesprek"), el("span", {}, titel));
    this.log = el("div.gesprek", { role: "log", "aria-live": "off", "aria-label": t.gesprek, tabindex: "0" });
    this.mededeling = el("div.mededeling", { hidden: true, lang: "nl" });
    this.balk = el("div.balk", { hidden: true });
    this.status = el("p.verborgen", { role: "status" });
    this.opsteller = opsteller({ t, zeg: (bericht) => this.#zeg(bericht) });
    this.bezig = bezigElement(this.#o);
    const sluiten = bijSluiten && knop("stil.sluit", teken("sluit"), bijSluiten, { "aria-label": t.sluit, title: t.sluit });
    this.element = el(
      `${soort}.venster`,
      { "aria-labelledby": "titel", onkeydown: (toets) => this.#toets(toets, bijSluiten) },
      el("div.kop", {}, this.titel, this.menu.schakelaar, sluiten),
      kiesGemeente && this.keuze.rij,
      this.menu.lijst,
      this.mededeling,
      this.log,
      this.balk,
      this.status,
      this.opsteller.form,
    );
    this.#lijn = new Lijn(omgeving.dienst, (soort, tekst) => this.#mens(soort, tekst));
    gesprek.addEventListener("beurt", ({ detail }) => this.#beurt(detail));
    gesprek.addEventListener("bezig", () => this.#zetBezig());
    gesprek.addEventListener("mis", ({ detail }) => this.#mis(detail));
    gesprek.addEventListener("leeg", () => this.#begin());
    gesprek.addEventListener("terug", ({ detail }) => this.#terug(detail));
    this.#begin();
  }

  /** Says what is the matter above the place to type, or nothing any more (null). */
  zetBalk(tekst, metContact) {
    if (this.balk.hidden && tekst === null) return;
    this.balk.replaceChildren(...[tekst && el("p", {}, teken("letop"), tekst), tekst && metContact && contact(this.#o)].filter(Boolean));
    this.balk.hidden = tekst === null;
    if (tekst) this.#meld(tekst);
  }

  meld(tekst) {
    this.#meld(tekst);
  }

  /** What the municipality wants to be read first. */
  zetMededeling(teksten) {
    if (teksten.join() === this.mededeling.textContent) return;
    this.mededeling.replaceChildren(...teksten.map((tekst) => el("p", {}, teken("letop"), el("span", {}, tekst))));
    this.mededeling.hidden = teksten.length === 0;
    if (teksten.length) this.#meld(teksten.join(" "));
  }

  /** Nobody listens any more. */
  stop() {
    this.#lijn.stop();
  }

  /** To the last thing that was said, at once. */
  naarEinde() {
    if (this.#laatste) this.log.scrollTo({ top: this.log.scrollHeight, behavior: "instant" });
  }

  #begin() {
    const { t } = this.#o;
    this.log.replaceChildren(
      el(
        "article.bericht.assistent.welkom",
        { "aria-label": t.assistent, tabindex: "-1" },
        el("p.wie", { "aria-hidden": "true" }, t.assistent),
        el("p.tekst", {}, t.welkom),
        el("p.bewaren", {}, teken("info"), `${t.bewaren} ${t.persoonlijk}`),
        knoppenrij(t.voorbeelden.map(([titel, bericht]) => ({ titel, bericht })), this.#o.zeg),
      ),
    );
    this.#laatste = this.#keuzes = null;
    this.#lijn.stop();
    this.opsteller.verwacht(null);
    this.balk.hidden = true;
  }

  #terug({ beurten, mens }) {
    this.#begin();
    for (const beurt of beurten) this.#voegToe(beurt);
    if (mens) this.#lijn.luister(this.#o.gesprek.staat.id);
    if (this.#o.gesprek.bezig) this.log.append(this.bezig);
    this.naarEinde();
  }

  #mens(soort, tekst) {
    const element = mensElement({ soort, tekst }, this.#o);
    this.log.append(element);
    this.log.scrollTo({ top: element.offsetTop - MARGE });
    this.#meld(this.#o.t.gezegd.replace("{wie}", element.ariaLabel).replace("{tekst}", () => tekst));
  }

  #zeg(bericht) {
    const { gesprek } = this.#o;
    if (gesprek.bezig) return false;
    gesprek.stuur(bericht);
    return true;
  }

  #zegMetKnop(bericht) {
    this.#naarAntwoord = this.#zeg(bericht);
  }

  #beurt(beurt) {
    const eerste = this.#voegToe(beurt);
    if (beurt.vraag !== undefined) return this.#naarLaatsteVraag();
    this.#meld(voorgelezen(beurt.reactie, this.#o));
    if (beurt.reactie.antwoorden.some(({ soort }) => soort === "doorverwijzing")) this.#lijn.luister(beurt.gesprekId);
    if (this.#naarAntwoord) eerste.focus({ preventScroll: true });
    this.#naarAntwoord = false;
    return this.#naarLaatsteVraag();
  }

  // Shows a turn and gives its first element.
  #voegToe(beurt) {
    this.log.querySelector(".mis")?.remove();
    if (beurt.medewerker !== undefined) {
      this.#lijn.gezien(beurt.tijd);
      return this.log.append(mensElement({ soort: "medewerker", tekst: beurt.medewerker }, this.#o));
    }
    if (beurt.vraag !== undefined) {
      const vraag = vraagElement(beurt.vraag, this.#o);
      this.log.append(vraag);
      return vraag;
    }
    this.#keuzes?.remove();
    this.#laatste?.querySelector(":scope.vraag > .knoppen")?.remove(); // what has been answered is not to be chosen any more
    const antwoorden = beurt.reactie.antwoorden.map((antwoord, plaats) => {
      const nummer = beurt.eerste + plaats;
      return antwoordElement(antwoord, { gesprekId: beurt.gesprekId, nummer, duim: beurt.duimen?.get(nummer) }, this.#o);
    });
    this.log.append(...antwoorden);
    this.#laatste = antwoorden.at(-1);
    this.#keuzes = keuzes(beurt.reactie, this.#o);
    if (this.#keuzes) this.#laatste.append(this.#keuzes);
    this.opsteller.verwacht(beurt.reactie.verwacht);
    return antwoorden[0];
  }

  #zetBezig() {
    const { t, gesprek } = this.#o;
    this.element.toggleAttribute("data-bezig", gesprek.bezig);
    if (!gesprek.bezig) return this.bezig.remove();
    this.log.querySelector(".mis")?.remove();
    this.log.append(this.bezig);
    this.#naarLaatsteVraag();
    return this.#meld(t.bezig);
  }

  #mis(fout) {
    const { t, gesprek } = this.#o;
    const tekst = fout.tekst || (fout.soort === "offline" ? t.offline : t.storing);
    this.log.append(misElement(tekst, gesprek.wachtend ? () => gesprek.probeer() : null, this.#o));
    this.#naarAntwoord = false;
    this.#meld(tekst);
    this.#naarLaatsteVraag();
  }

  // The question at the top, so that reading starts where the reply starts.
  #naarLaatsteVraag() {
    const vraag = [...this.log.querySelectorAll(".u")].at(-1);
    if (!vraag) return;
    if (getComputedStyle(this.log).overflowY === "visible") vraag.scrollIntoView({ block: "start" }); // a low screen scrolls as a whole
    else this.log.scrollTo({ top: vraag.offsetTop - MARGE });
  }

  #meld(tekst, zichtbaar = false) {
    this.status.textContent = tekst;
    if (zichtbaar) this.zetBalk(tekst, false);
  }

  #toets(toets, bijSluiten) {
    if (toets.key !== "Escape" || toets.defaultPrevented) return;
    if (!this.menu.sluit()) bijSluiten?.();
    toets.preventDefault();
  }
}
