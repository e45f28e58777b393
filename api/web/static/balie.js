// What the staff site needs beyond htmx: copying with the source, and saying aloud what changed.

document.documentElement.classList.add("script");

document.addEventListener("click", async (gebeurtenis) => {
  const knop = gebeurtenis.target.closest("[data-kopie]");
  if (!knop) return;
  const tekst = `${knop.dataset.kopie}${knop.dataset.url ? ` ${new URL(knop.dataset.url, location.origin)}` : ""}`;
  const titel = knop.textContent;
  try {
    await navigator.clipboard.writeText(tekst);
    knop.textContent = "Gekopieerd";
  } catch {
    knop.textContent = "Kopiëren lukt niet";
  }
  setTimeout(() => (knop.textContent = titel), 2000);
});

document.addEventListener("htmx:afterSwap", ({ detail }) => {
  const gezegd = document.getElementById("gezegd");
  if (gezegd && detail.target.id === "resultaten") gezegd.textContent = detail.target.querySelector("h2")?.textContent ?? "";
});
