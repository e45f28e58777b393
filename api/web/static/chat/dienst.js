// The interface of the service, and what can go wrong on the way to it.

const WACHTTIJD = 30_000; // milliseconds; longer than the service itself ever waits

/**
 * `soort`: "offline" (no connection), "storing" (the service is away or fails), "weg" (it does not know this, or no
 * more), "invoer" (it refuses what was sent).
 */
export class Misgegaan extends Error {
  constructor(soort, tekst = "") {
    super(tekst || soort);
    this.soort = soort;
    this.tekst = tekst;
  }
}

export class Dienst {
  /** `basis`: the address of the service, such as `https://assistent.example/`. */
  constructor(basis) {
    this.basis = basis;
  }

  /** An address that the service gave, made whole: on another site it would lead nowhere. */
  adres(pad) {
    return new URL(pad, this.basis).href;
  }

  /** The municipalities that the service knows, by their documents; also the proof that it is there. */
  async gemeenten() {
    const { bronnen } = await this.#json("/v1/bronnen");
    return [...new Set(bronnen.map((bron) => bron.gemeente))].sort();
  }

  /** What the municipality wants to be read first: texts, the most urgent one first. */
  async mededelingen() {
    const { noodbericht, uit } = await this.#json("/v1/mededelingen");
    return [noodbericht, uit].filter(Boolean).map(({ tekst }) => tekst);
  }

  bericht(bericht, gesprekId, gemeente) {
    return this.#json("/v1/berichten", { bericht, ...(gesprekId && { gesprekId }), ...(gemeente && { gemeente }) });
  }

  toelichting(uitkomst) {
    return this.#vanCheck(uitkomst, "toelichting").then((antwoord) => antwoord.json());
  }

  /** The verdict on paper: `{naam, blob}`. */
  async pdf(uitkomst) {
    const antwoord = await this.#vanCheck(uitkomst, "pdf");
    const naam = /filename="([^"]+)"/.exec(antwoord.headers.get("Content-Disposition"))?.[1];
    return { naam: naam ?? `uitkomst-${uitkomst.check}.pdf`, blob: await antwoord.blob() };
  }

  beoordeel(gesprekId, antwoordIndex, duim, toelichting) {
    return this.#haal("/v1/feedback", "POST", { gesprekId, antwoordIndex, duim, ...(toelichting && { toelichting }) });
  }

  /** What is kept of a conversation; null when nothing is, or no more. */
  async gesprek(gesprekId) {
    try {
      return await this.#json(`/v1/gesprekken/${gesprekId}`);
    } catch (fout) {
      if (fout.soort === "weg") return null;
      throw fout;
    }
  }

  /** The same as a text to keep. */
  async afschrift(gesprekId) {
    return (await this.#haal(`/v1/gesprekken/${gesprekId}?formaat=tekst`, "GET")).blob();
  }

  /** Removes all that is kept of a conversation. */
  async verwijder(gesprekId) {
    try {
      await this.#haal(`/v1/gesprekken/${gesprekId}`, "DELETE");
    } catch (fout) {
      if (fout.soort !== "weg") throw fout;
    }
  }

  // What the verdict was given on. It holds more than was filled in, such as how the activity was read; the check takes
  // only the fields of its schema.
  async #vanCheck(uitkomst, wat) {
    const pad = `/v1/checks/${encodeURIComponent(uitkomst.check)}`;
    const { schema } = await this.#json(pad);
    const velden = Object.entries(uitkomst.gegevens).filter(([veld]) => veld in schema.properties);
    return this.#haal(`${pad}/${wat}`, "POST", Object.fromEntries(velden));
  }

  async #json(pad, inhoud) {
    return (await this.#haal(pad, inhoud ? "POST" : "GET", inhoud)).json();
  }

  async #haal(pad, methode, inhoud) {
    let antwoord;
    try {
      antwoord = await fetch(this.adres(pad), {
        method: methode,
        headers: inhoud && { "Content-Type": "application/json" },
        body: inhoud && JSON.stringify(inhoud),
        credentials: "omit",
        signal: AbortSignal.timeout(WACHTTIJD),
      });
    } catch {
      throw new Misgegaan(navigator.onLine ? "storing" : "offline");
    }
    if (antwoord.ok) return antwoord;
    if (antwoord.status >= 500) throw new Misgegaan("storing"); // ours to solve: the user can send it again
    const probleem = await antwoord.json().catch(() => ({}));
    const fouten = (probleem.fouten ?? []).map((fout) => fout.melding).join(" ");
    throw new Misgegaan(antwoord.status === 404 ? "weg" : "invoer", fouten || probleem.detail || "");
  }
}
