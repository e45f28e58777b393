// `<ondernemersloket-chat>`: reads its attributes, builds itself in a shadow root, and watches whether the service is there.

import { Dienst } from "./dienst.js";
import { el, knop, teken } from "./elementen.js";
import { Gesprek } from "./gesprek.js";
import { naamVan } from "./menu.js";
import { stijlen } from "./stijl.js";
import teksten from "./teksten.js";
import { Venster } from "./venster.js";

const HIER = new URL("../../", import.meta.url).href; // the service that this file came from
const OPNIEUW = 10_000; // milliseconds between two looks whether the service is back
const SMAL = matchMedia("(max-width: 40em), (max-height: 30em)");

/** Attributes: gemeente, taal, thema, weergave, start, api-url, bij-storing, loket-naam, loket-url, loket-telefoon. */
export class OndernemersloketChat extends HTMLElement {
  #dienst;
  #gesprek;
  #venster;
  #opener = null;
  #t;
  #klok = 0;
  #afbreker;
  #bereikbaar = null; // not known yet

  connectedCallback() {
    const taal = this.getAttribute("taal") in teksten ? this.getAttribute("taal") : "nl";
    this.#t = teksten[taal];
    this.#afbreker = new AbortController();
    const wortel = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    wortel.adoptedStyleSheets = stijlen();
    wortel.replaceChildren(this.#bouw(taal));
    this.#luister();
    if (this.#verbergt) this.hidden = true;
    if (this.#zwevend) this.#herstelOpen();
    if (this.#verbergt || !this.#zwevend) this.#kijk();
    performance.mark("ondernemersloket-chat");
  }

  disconnectedCallback() {
    this.#afbreker.abort();
    clearTimeout(this.#klok);
    this.#venster.stop();
  }

  get #zwevend() {
    return this.getAttribute("weergave") !== "pagina";
  }

  get #verbergt() {
    return this.getAttribute("bij-storing") === "verberg";
  }

  #bouw(taal) {
    const t = this.#t;
    const gemeente = this.getAttribute("gemeente") ?? "";
    // The same place on the next page of a site has the same name, two on one page have two.
    const nummer = [...document.querySelectorAll(this.localName)].indexOf(this);
    this.#dienst = new Dienst(this.getAttribute("api-url") ?? HIER);
    this.#gesprek = new Gesprek(this.#dienst, [this.localName, this.#dienst.basis, gemeente, this.id || nummer].join("|"));
    if (gemeente && !this.#gesprek.staat.gemeente) this.#gesprek.zet({ gemeente });
    const loket = {
      naam: this.getAttribute("loket-naam") ?? "Ondernemersloket",
      url: this.getAttribute("loket-url"),
      telefoon: this.getAttribute("loket-telefoon"),
    };
    const titel = gemeente ? t.titelVan.replace("{gemeente}", naamVan(gemeente)) : t.titel;
    this.#venster = new Venster(
      { t, taal, dienst: this.#dienst, gesprek: this.#gesprek, loket },
      { soort: this.#zwevend ? "dialog" : "section", titel, kiesGemeente: !gemeente, bijSluiten: this.#zwevend ? () => this.#sluit() : null },
    );
    const deel = el("div.deel", { lang: taal });
    if (this.#zwevend) {
      const tweede = [...document.querySelectorAll(`${this.localName}:not([weergave=pagina])`)].indexOf(this) % 2 === 1;
      deel.classList.toggle("links", tweede);
      this.#opener = knop("opener", [teken("gesprek"), gemeente ? `${t.open} (${naamVan(gemeente)})` : t.open], () => this.#open(), { "aria-haspopup": "dialog" });
      deel.append(this.#opener);
      this.#venster.element.addEventListener("cancel", (gebeurtenis) => {
        gebeurtenis.preventDefault();
        this.#sluit();
      });
    }
    deel.append(this.#venster.element);
    return deel;
  }

  #luister() {
    const { signal } = this.#afbreker;
    window.addEventListener("offline", () => this.#venster.zetBalk(this.#t.offlineKort, false), { signal });
    window.addEventListener("online", () => this.#weerOnline(), { signal });
    if (!this.#zwevend) return;
    SMAL.addEventListener("change", () => this.#herzie(), { signal });
    // What lies under the window must be in reach of who works with the keyboard, without going there (WCAG 2.4.11).
    const toets = (gebeurtenis) => {
      if (gebeurtenis.key === "Escape" && !gebeurtenis.defaultPrevented && this.#venster.element.open) this.#sluit(false);
    };
    document.addEventListener("keydown", toets, { signal });
  }

  #weerOnline() {
    this.#venster.zetBalk(null);
    this.#venster.meld(this.#t.weerOnline);
    if (this.#gesprek.wachtend) this.#gesprek.probeer();
    this.#kijk();
  }

  // Whether the service answers: it says for which municipalities. Looks again until it does.
  async #kijk() {
    clearTimeout(this.#klok);
    try {
      this.#venster.keuze.vul(await this.#dienst.gemeenten());
      this.#venster.zetMededeling(await this.#dienst.mededelingen());
      await this.#gesprek.haalTerug();
      this.#bereikbaar = true;
      if (this.#verbergt) this.hidden = false;
      if (navigator.onLine) this.#venster.zetBalk(null);
    } catch (fout) {
      const tekst = fout.soort === "offline" ? this.#t.offlineKort : this.#t.nietBereikbaar;
      if (this.#bereikbaar !== false) this.#venster.zetBalk(tekst, fout.soort !== "offline");
      this.#bereikbaar = false;
      if (this.isConnected) this.#klok = setTimeout(() => this.#kijk(), OPNIEUW);
    }
  }

  #open() {
    const venster = this.#venster.element;
    if (SMAL.matches) venster.showModal(); // it fills the screen then: nothing else is there to go to
    else venster.open = true;
    this.#opener.hidden = true;
    this.#gesprek.zet({ open: true });
    this.#venster.naarEinde();
    this.#venster.titel.focus();
    if (!this.#bereikbaar) this.#kijk();
  }

  #sluit(metFocus = true) {
    this.#venster.element.close();
    this.#opener.hidden = false;
    this.#gesprek.zet({ open: false });
    if (metFocus) this.#opener.focus();
  }

  // Open as it was on the page before, or as the site wants it to start; never over a whole small screen, and the focus
  // stays where it is.
  #herstelOpen() {
    const open = this.#gesprek.staat.open ?? this.getAttribute("start") === "open";
    if (!open || SMAL.matches) return;
    this.#venster.element.open = true;
    this.#opener.hidden = true;
    this.#kijk();
  }

  // The screen became small or large while the window was open, as when somebody zooms in.
  #herzie() {
    const venster = this.#venster.element;
    if (!venster.open) return;
    const focus = this.shadowRoot.activeElement;
    venster.close();
    if (SMAL.matches) venster.showModal();
    else venster.open = true;
    focus?.focus();
  }
}
