/**
 * Dutch, of the Netherlands and Flanders. Keywords: STOPPEN, AFMELDEN and UITSCHRIJVEN are in the
 * published lists of campaign tools. Misspellings: d and t at the end, spaces in compounds.
 */
import type { Lexicon } from './lexicon.js';
import { words } from './words.js';

export const nl = (): Lexicon => ({
  language: 'nl',
  keywords: {
    stop: words`
      stop, stoppen, stopt, stop ermee, stop maar, stop sms, sms stop, stop uit, afmelden,
      afmelding, afgemeld, meld af, meld mij af, meld me af, uitschrijven, uitschrijving,
      uitgeschreven, schrijf mij uit, schrijf me uit, opzeggen, opzegging, beëindigen, annuleren,
      annuleer, verwijder, verwijderen, verwijder mij, verwijder me, wissen, uit, einde, genoeg,
      weg, ophouden, hou op, houd op, geen sms, geen sms meer, geen reclame, geen berichten,
      kappen, kap ermee, blokkeren, blokkeer, intrekken, uitzetten, nee bedankt stop,
      abonnement stoppen, klaar ermee, basta
    `,
    stopAll: words`stop alles, alles stoppen, alles stop, alles afmelden, alles uitschrijven`,
    misspelt: words`
      afmeldne, afmeden, uitschijven, uitschrijve, afmelde, stopen, uitscrijven, afmeldn, stob,
      anuleren
    `,
    ordinary: words`inschrijven, stopten, gestopt, beschrijven, contract, contracten`,
    start: words`
      hervatten, aan, starten, beginnen, opnieuw aanmelden, doorgaan, weer aanmelden, aanmelden,
      aanmelding
    `,
    help: words`hulp, help mij, informatie, infos`,
    polite: words`
      alstublieft, alsjeblieft, aub, ajb, asjeblieft, alsjebleift, graag, dank, dank u, dank je,
      dankjewel, dank je wel, dank u wel, dankuwel, bedankt, alvast bedankt, bvd, hartelijk dank,
      hallo, hoi, dag, goedemorgen, goedemiddag, goedenavond, beste, sorry, nu, direct,
      onmiddellijk, meteen, per direct, nee bedankt, nee dank je, nee dank u, ok, oké, groet,
      groeten, mvg, met vriendelijke groet, gr, vriendelijk, merci, heer, mevrouw, svp, gaarne
    `,
    beside: words`
      dit, hiermee, daarmee, nou, eens, ermee, toch, verdomme, ik wil, mij, me, ik, sms,
      berichten, reclame, godverdomme, wil, even, het, nu eens
    `,
    all: words`alles, alle, allemaal`,
    connectors: words`en, of`,
  },
  grammar: {
    end: words`
      stop, stopt, stoppen, stop met, stopt met, stoppen met, te stoppen, ophouden, hou op, houd op,
      houdt op, hou eens op, hou op met, ophouden met, op te houden, beëindig, beëindigen, staak,
      staken, kap, kappen, kap met, kappen met, kap ermee, genoeg, geen zin in, annuleer, annuleren,
      zet uit, uitzetten, schakel uit, uitschakelen, opzeggen, zeg op, klaar met, weg met, laat,
      laten, onthoud, te staken, stopzetten, stop te zetten, zet stop, niet langer,
      houdt hiermee op, hou daar mee op, stop is, stop da, stopt da, stopt hiermee, afkomen van,
      vanaf komen, af te komen van, kom ik vanaf, ben het zat, zat van, hou toch op, houd toch op,
      hou nou op, hou nou toch op, ontvangst stoppen, stoppen moeten, moeten stoppen, moet stoppen,
      ophoudt, ophouden moet
    `,
    leave: words`
      afmelden, afmelding, meld mij af, meld me af, meld ons af, me afmelden, mij afmelden,
      af te melden, afgemeld, meld af, meldt mij af, uitschrijven, uitschrijving, schrijf mij uit,
      schrijf me uit, schrijf ons uit, uit te schrijven, uitgeschreven, schrijft mij uit,
      me uitschrijven, mij uitschrijven, abonnement opzeggen, abonnement stoppen,
      trek mijn toestemming in, toestemming intrekken, ik trek mijn toestemming in,
      toestemming ingetrokken, maak bezwaar, ik maak bezwaar, geen toestemming,
      bel me niet register, wil eraf, wil er af, haal me eraf, er vanaf, eraf, uitmelden, opt out,
      intrekken toestemming, me uit te schrijven, mij uit te schrijven, ik schrijf me uit,
      ik meld me af, uitgeschreven worden, schrap mij, schrap me, uitloggen, ik wil eruit,
      beëindig mijn aanmelding, beëindig aanmelding, aanmelding beëindigen, aanmelding stoppen,
      aanmelding intrekken, trek mijn aanmelding in, mijn abonnement opzeggen,
      zeg mijn abonnement op, ik zeg op, ik stop ermee, trek me terug, ik trek me terug, zeg ik op,
      wil geen abonnement, geen abonnement meer, onmiddellijke verwijdering
    `,
    remove: words`
      verwijder, verwijderen, verwijdert, te verwijderen, verwijderd, haal, halen, haalt,
      te halen, wis, wissen, schrap, schrappen, gooi, gooien, schrijf, verwijder mij,
      verwijder me, uit, eruit, eraf, delete, deleten, blokkeer, blokkeren, vergeet, streep, zet,
      neem, neem mij, haal mij, haal me, afhalen, weghalen, uithalen, te wissen, doe me van,
      doe mij van, doe me uit, doe mij uit, doe me eraf, schrap mij, schrap me, verwijdering,
      doe mijn nummer, haal mijn, gooi me, gooi mij, hoe kom ik van, kom ik van, hoe ga ik van,
      wissen moeten, verwijderen moeten, wist
    `,
    write: words`
      sms en, smsen, smsjes, sms, schrijven, schrijf, schrijft, te schrijven, bericht, berichten,
      te berichten, contacteren, contacteer, te contacteren, contact, benaderen, benader, benadert,
      te benaderen, bellen, bel, belt, te bellen, lastigvallen, lastig vallen, val lastig,
      lastig te vallen, lastig gevallen, lastiggevallen, val mij lastig, val me lastig,
      vallen lastig, storen, stoor, stoort, te storen, spammen, spam, te spammen, appen, app,
      te appen, texten, text, mailen, mail, irriteren, zeuren, zeur, bestoken, contact opnemen,
      contact op te nemen, neem contact op, neem contact, contact op, benaderd worden, benaderd,
      pesten, informeren, hinderen, stalken, ambeteren, lastig valt, bellen of smsen, whatsappen
    `,
    send: words`
      sturen, stuur, stuurt, te sturen, gestuurd, toesturen, toe te sturen, opsturen, zenden,
      zend, te zenden, verzenden, te verzenden, verstuur, versturen, te versturen, toezenden,
      sturn, doorsturen, verzend, toegestuurd, gestuurd krijgen, mailen
    `,
    messages: words`
      bericht, berichten, berichtjes, berichtje, sms, smsjes, sms je, sms jes, smsje, sms en,
      smsberichten, sms berichten, sms bericht, reclame, reclames, advertenties, advertentie,
      reclameberichten, aanbiedingen, aanbieding, acties, promoties, promotie, notificaties,
      notificatie, meldingen, melding, nieuwsbrief, nieuwsbrieven, spam, mails, mail,
      herinneringen, tekstberichten, apps, appjes, contact, onzin, rommel, troep, flauwekul,
      ellende, mededelingen, marketing, updates, shit, telefoontjes, promo, promos, folders,
      koopjes, sms reclame, reclame sms, voor sms, voor de sms, voor de nieuwsbrief, voor reclame,
      voor berichten, sms dienst, smsdienst, sms abonnement, dienst, sms service, berichtendienst,
      kortingen, kortingsacties, uitnodigingen, enquêtes, catalogus, folder, nieuwtjes, mailtjes,
      reclamemails, reclame sms jes, reclamespam, spamberichten, reclame apps, ontvangst,
      ontvangst van sms, ontvangst van berichten, campagnes, campagne, acties en aanbiedingen,
      sms campagne, spammails
    `,
    list: words`
      lijst, lijsten, lijstje, mailinglijst, mailinglist, verzendlijst, bestand, bestanden,
      database, systeem, systemen, adressenlijst, contacten, contactenlijst, contactlijst,
      distributielijst, adresboek, abonnement, register, klantenbestand, belijst, sms lijst,
      gegevensbestand, groep, mailing, verzendlijsten, nieuwsbrief, administratie, kaartenbak,
      uw bestand, nummerbestand, lijstjes, mailinglijsten, mailing lijst, klantenlijst, sms bestand,
      contactlijsten, adreslijst, adreslijsten
    `,
    mine: words`
      mij, me, ons, mijn nummer, m n nummer, mn nummer, dit nummer, nummer, telefoonnummer,
      mobiele nummer, mobiel nummer, mijn naam, naam, mijn gegevens, gegevens, mn gegevens, 06,
      mijn 06, mijn tel, mijn telefoonnummer, mijn mobiel, m, mijn telefoon, nr, mijn nr,
      gsm nummer, mijn gsm, verwijder mij, verwijder me, neem mij, haal mij, haal me, doe me van,
      doe mij van, doe me uit, doe mij uit, schrap mij, schrap me, persoonsgegevens,
      mijn persoonsgegevens, gsm, niet meer het nummer van, niet het nummer van,
      is niet meer het nummer van, dit nummer is niet van, dit nummer is niet meer van
    `,
    not: words`niet, nooit, nooit meer, niet meer, nimmer, nie, neit, niks, niets, nix, niet nodig`,
    no: words`
      geen, gene, nul, zonder, nooit meer, genoeg, stop, weg met, geen behoefte aan, geen behoefte,
      geen interesse in
    `,
    more: words`
      meer, nooit meer, niet meer, ooit, weer, opnieuw, verder, verdere, voortaan, in de toekomst,
      langer, nog, nogmaals, in het vervolg, vanaf nu, andere, steeds
    `,
    want: words`
      wil, wens, hoef, zou willen, willen, behoefte, behoefte aan, interesse, interesse in,
      geïnteresseerd, wenst, wilde, zin in, heb nodig, gevraagd, om gevraagd, toestemming gegeven,
      aangemeld, prijs op, stel prijs op, gesteld op, hoeven, aangevraagd, zit te wachten op,
      zit niet te wachten op, gediend van, akkoord, nodig, niet nodig, geen behoefte aan
    `,
    receive: words`
      ontvangen, te ontvangen, krijgen, te krijgen, horen, zien, krijg, ontvang, benaderd worden,
      gebeld worden, lastiggevallen worden, hebben, lezen, ontvange, gestoord worden, te horen
    `,
    demands: words`
      vergeet mijn nummer, verwijder mijn nummer, wis mijn nummer, haal mij eruit, haal me eruit,
      haal mij eraf, haal me eraf, haal me van, haal mij van, ik blokkeer, ik blokkeer jullie,
      ik blokkeer u, geblokkeerd, aangifte, ik doe aangifte, hou daarmee op, stop daarmee,
      stop hiermee, hou hiermee op, gooi mijn nummer weg, laat dit, geen contact meer,
      stop er mee, stop ermee, hou ermee op, kap ermee, ophouden ermee, val me niet meer lastig,
      val mij niet meer lastig, val me niet lastig, val ons niet lastig, van deze lijst af,
      van de lijst af, van jullie lijst af, van die lijst af, van uw lijst af, dit is spam,
      ik meld jullie, ik meld u, ik meld dit, gemeld als spam, ik rapporteer, ik rapporteer jullie,
      ik ga jullie melden, meld ik bij acm, spamklacht
    `,
    dismissals: words`
      laat me met rust, laat mij met rust, laat ons met rust, met rust, met rust laten, rot op,
      rot toch op, sodemieter op, donder op, flikker op, ga weg, val dood, hou je bek, hou je mond,
      krijg de klere, krijg de tering, opzouten, oprotten, val me niet lastig, val mij niet lastig,
      niet storen, ongewenst, tyf op, optiefen, pleur op, ga iemand anders lastigvallen,
      loop naar de maan, ga toch weg, verwijder het, verwijder dit, wis het, wil dit niet,
      ik wil dit niet, ik hoef dit niet, hoef dit niet, wil het niet, laat me gerust,
      laat mij gerust, laat ons gerust, gerust, krijg het heen en weer, hoepel op,
      maak dat je wegkomt, ik heb er genoeg van, heb er genoeg van, ik ben het zat, ben het zat,
      ben het beu, ik ben het beu, kappen daarmee, kap daarmee, nu is het genoeg, het is genoeg,
      is genoeg geweest
    `,
    reasons: words`
      verkeerd nummer, verkeerde nummer, verkeerd verbonden, fout nummer, verkeerde persoon,
      foutief nummer, geen interesse, geen intresse, niet geïnteresseerd, niet geinteresseerd,
      geen belangstelling, geen behoefte, interesseert me niet, wie is dit, wie bent u,
      wie ben je, wie zijn jullie, ken u niet, ken jullie niet, ken je niet, al gezegd,
      al gevraagd, heb al gevraagd, meerdere keren, al meerdere malen, al vaker, al zo vaak,
      voor de laatste keer, laatste keer, laatste waarschuwing, avg, acm, privacy, politie,
      advocaat, aangifte, klacht, oplichters, oplichting, illegaal, stalking, geen klant,
      geen klant meer, nooit aangemeld, niet aangemeld, nooit om gevraagd, niet om gevraagd, zat,
      beu, spuugzat, verhuisd, bel me niet, ergerlijk, irritant, overleden, gestorven, is dood,
      is overleden, ben verhuisd, nummer is niet meer van, niet meer van, gegevensbescherming, gba,
      hoe komen jullie aan mijn nummer, hoe komt u aan mijn nummer, verkeerde bij, ben ik niet,
      ik ben niet, mijn man is overleden, mijn vrouw is overleden, mijn moeder is overleden,
      mijn vader is overleden, mijn oma is overleden, mijn opa is overleden, mijn man is dood,
      hoe kom je aan mijn nummer, waar heb je mijn nummer vandaan,
      waar hebben jullie mijn nummer vandaan, wie heeft jullie mijn nummer gegeven,
      niet meer het nummer van, niet het nummer van, is niet meer het nummer van,
      dit nummer is niet van, dit nummer is niet meer van, derde keer, voor de derde keer,
      tweede keer, zoveelste keer, te veel, teveel, veel te veel, jullie sturen te veel,
      woon er niet meer, woon hier niet meer, nooit klant geweest, heb al gekocht,
      geen toestemming voor, irriteert, vervelend, dit is spam, nooit ingeschreven,
      nooit geabonneerd, heb me nooit ingeschreven, heb mij nooit aangemeld, niet ingeschreven,
      nooit besteld,
      al afgemeld, al 2x afgemeld, al twee keer afgemeld, al uitgeschreven
    `,
    keep: words`
      niet stoppen, stop niet, stop vooral niet, niet afmelden, meld me niet af, niet verwijderen,
      verwijder niet, verwijder me niet, niet uitschrijven, schrijf me niet uit, ga door,
      ga zo door, blijf sturen, blijven sturen, blijven ontvangen, wil blijven,
      graag blijven ontvangen, niet opzeggen, krijg geen, ontvang geen, niet ontvangen,
      niet gekregen, geen bericht gekregen, heb geen, nog geen, geen bericht ontvangen,
      niet aangekomen
    `,
    questions: words`
      wanneer, waar, waarom, wat, welke, wie, hoe laat, is, zijn, heb je, heeft u, hebben jullie,
      moet ik, stopt de, de, tram, bus, trein, zullen we, tot wanneer, hoeveel
    `,
    how: words`hoe, hoe kan ik, hoe kom ik`,
    limits: words`
      tot, terwijl, vandaag, morgen, vanavond, vannacht, deze week, in plaats van, liever,
      maar per, s nachts, snachts, zo laat, zo vroeg, als, indien, wanneer, behalve, na, voor,
      eerst, voorlopig, even niet, op mijn werk, maandag, zondag, op zondag, weekend, voordat,
      op dit moment, om deze tijd, tijdens
    `,
    subjects: words`
      ik, hij, zij, we, wij, ze, het, er, men, jij, je, die, dat, iemand, niemand, bij, tram, deze
    `,
    articles: words`
      de, het, een, volgende, mijn, laatste, deze, bij de, bij, aan het, van de, t, n
    `,
    others: words`
      hem, haar, hen, mijn moeder, mijn vrouw, mijn man, mijn zoon, mijn kinderen, mensen,
      iedereen, jou, u, jullie, anderen
    `,
    joins: words`en, maar, of, want, omdat, dus, anders, dan, ook, aangezien, bovendien`,
    light: words`
      ik, u, uw, jullie, jij, je, jouw, we, wij, ons, mij, me, mijn, mn, m n, de, het, t, een, n,
      dit, dat, deze, die, er, ermee, eraan, hiermee, daarmee, van, uit, op, aan, met, in, om, te,
      naar, via, per, voor mij, over, bij, af, toch, nou, nu, eens, even, maar eens, alsjeblieft,
      aub, graag, gaarne, direct, per direct, meteen, onmiddellijk, zo, heel, erg, echt, al, altijd,
      steeds, constant, elke, elke dag, dagelijkse, dagelijks, alle, allemaal, alles, zulke,
      dergelijke, soort, dit soort, zo n, kunt u, kun je, kunnen jullie, kan je, wilt u, wil je,
      willen jullie, zou u, zou je, zouden jullie, ik wil graag, wil graag, ik zou graag, ik zou,
      zou graag, verzoek, ik verzoek u, verzoek u, hierbij, bij deze, eis, ik eis dat,
      wil dat jullie, ik wil dat, dat jullie, moet, moeten, mag, worden, word, wordt, ben, zijn,
      heb, hebben, laat, laten, gewoon, verdomme, godver, godverdomme, kut, kanker, tering, klote,
      fucking, stomme, rot, idioten, lul, lullen, eikels, klootzakken, sukkels, mensen aub, jongens,
      mens, man, joh, irritante, vervelende, ongewenste, ongevraagde, commerciële, reclame,
      telefoon, bedrijf, ook, sinds, verdere, soortgelijke, ajb, bedankt, dank, hoor, niet meer,
      jullie reclame, vanuit, nooit, a, doorlopend, gelieve, kan ik, mag ik, hier, op grond van,
      grond, krachtens, volgens, ingevolge, conform, da, gij, ulder, uwe, amai, zeg, recht, wet,
      verzoek ik u, verzoek ik, beste, nee, tegen, gebruik, het gebruik, verwerking, de verwerking,
      doeleinden, voor marketing, marketingdoeleinden, terug, geraken, definitief, permanent,
      dringend, onverwijld, spoedig, zsm, derde keer, voor de derde keer, tweede keer,
      voor de tweede keer, zoveelste keer, voor de zoveelste keer, spullen, dingen, zooi, bagger,
      gedoe, ongein, in godsnaam, alsjeblief, jezus, mijn god, tjonge, pff, kom op, zeg eens,
      herhaal, ik herhaal, opdringerige, onnodige, elke week, de hele dag, de hele tijd, continu,
      voortdurend, aan dit nummer, aan mijn nummer, naar dit nummer, naar mijn nummer, voor altijd,
      welke, enige, ook maar, welke dan ook, mag niet, dien, u dient, jullie moeten, kennelijk,
      mijn aanmelding, zou, zouden, kunnen, kunt, konden, mogen, willen, iets, ook niets, helemaal,
      helemaal niets, helemaal niks, onmiddellijke, directe, algeheel, totaal, hierop, genoeg zo,
      zo genoeg, gezegd, gezegd dat, gevraagd om, verzocht, dat je, dat u,
      2x, 3x, twee keer, drie keer, hierheen, ff, regel het, tig keer
    `,
    verbLast: true,
    notFollows: true,
  },
  answers: {
    confirmation: (brand, ofAll) =>
      ofAll
        ? `${brand}: U bent afgemeld en krijgt geen berichten meer. Weer aanmelden? Antwoord START.`
        : `${brand}: U krijgt deze berichten niet meer. Weer aanmelden: START. Alles afmelden: STOP ALL.`,
    help: (brand, helpText) =>
      `${brand}: ${helpText === '' ? '' : `${helpText} `}Afmelden? Antwoord STOP.`,
    footer: 'Afmelden? Antwoord STOP',
  },
});
