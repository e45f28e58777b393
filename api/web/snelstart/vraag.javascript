const reactie = await fetch("BASIS/v1/berichten", {
  method: "POST",
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify({ bericht: "Hoe groot mag mijn bedrijf aan huis zijn?", gemeente: "enschede" }),
});
const { gesprekId, antwoorden } = await reactie.json();
console.log(antwoorden[0].tekst);
