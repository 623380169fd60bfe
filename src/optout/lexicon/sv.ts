/**
 * Swedish. No published list was found; STOPP, AVSLUTA and AVREGISTRERA are what people write, and a
 * speaker should look again. Misspellings: a for å and ä, o for ö.
 */
import type { Lexicon } from './lexicon.js';
import { words } from './words.js';

export const sv = (): Lexicon => ({
  language: 'sv',
  keywords: {
    stop: words`
      stop, stopp, stoppa, stoppa sms, sluta, sluta nu, avsluta, avslut, avregistrera,
      avregistrering, avregistrera mig, avanmäl, avanmäla, avanmälan, avprenumerera, avbryt,
      avbeställ, avbeställa, avsäg, säg upp, säga upp, uppsägning, ta bort, ta bort mig, radera,
      radera mig, slut, nej tack stopp, inga sms, inga fler sms, ingen reklam, inga fler, upphör,
      räcker, det räcker, nog, lägg av, blockera, spärra, avböj, avregga, avsluta prenumeration,
      nix
    `,
    stopAll: words`stoppa allt, stopp allt, avsluta allt, avregistrera allt`,
    misspelt: words`slutta, avslutta, avregistera, avregestrera, avanmal, avsulta, avregistrer`,
    ordinary: words`avslutade, avslutar, beställa, avslutad, kontrakt, sparar, spara, sparas`,
    start: words`
      starta, återuppta, börja, fortsätt, prenumerera, anmäl, anmäla, gå med, registrera
    `,
    help: words`hjälp, hjälp mig, information`,
    polite: words`
      tack, tackar, tack så mycket, tusen tack, snälla, snälla ni, vänligen, var snäll,
      är du snäll, är ni snälla, hej, hejsan, god dag, god morgon, god kväll, ursäkta, förlåt, nu,
      genast, omedelbart, nej tack, ok, okej, mvh, med vänlig hälsning, vänliga hälsningar,
      hälsningar, på förhand tack, tack på förhand, bums, direkt, tack snälla
    `,
    beside: words`
      det, detta, med detta, mig, fan, för fan, jag vill, nu för fan, äntligen, sms, sms reklam,
      med sms, reklam, utskick, med det här, med det
    `,
    all: words`allt, alla, alltihop`,
    connectors: words`och, eller`,
  },
  grammar: {
    end: words`
      stop, stopp, stoppa, stoppar, sluta, sluta med, sluta att, sluta upp, slut, slut med, avsluta,
      avbryt, avbryta, upphör, upphöra, lägg av, lägg ner, lägg av med, lägga av, nog med, nog,
      trött på, stäng av, stänga av, avbeställ, avbeställa, säg upp, säga upp, undvik, upphör med,
      räcker, häv, skippa, slippa, slipp, skit i att, sluta nu med, sluta nu, kan sluta,
      sluta genast, upphöra med, slipper, slipper jag, bli av med, få slut på, less på,
      orkar inte med, kan ni sluta, lägg ner med, få stopp på, få stopp, stopp på, slutar ni,
      upphöra att, upphör att, fått nog av, nog av, har fått nog av, slutar upp
    `,
    leave: words`
      avregistrera, avregistrera mig, avregistrering, avregistreras, avanmäl, avanmäl mig,
      avanmäla, avanmäla mig, avanmälan, avprenumerera, avprenumer*, avregistrer*, avanmäl*,
      avsluta prenumeration, avsluta prenumerationen, avsluta min prenumeration,
      säga upp prenumeration, återkallar mitt samtycke, återkallar samtycke,
      dra tillbaka mitt samtycke, inget samtycke, samtycker inte, motsätter mig,
      jag motsätter mig, har inte godkänt, ej godkänt, gå ur, vill gå ur, vill ur,
      drar tillbaka mitt samtycke, återkalla mitt samtycke, återkallar, vill avregistrera,
      säger upp, bli avregistrerad
    `,
    remove: words`
      ta bort, tag bort, tar bort, tas bort, borttagen, bort, radera, raderas, raderar, stryk,
      stryka, ta mig, ta mitt, ta mig bort, plocka bort, släng, kasta, glöm, blockera, blocka,
      spärra, rensa, ur, bli borttagen, få bort, raderade, radering, raderas ur, strykas,
      plockas bort, släng ut, ta ur, borttagning, omedelbar radering, plockar bort
    `,
    write: words`
      sms a, smsa, sms as, smsar, messa, messar, skriva, skriv, skriver, kontakta, kontaktar,
      kontaktas, ringa, ring, ringer, störa, stör, störs, spamma, spammar, spam, trakassera,
      trakasserar, tjata, tjatar, höra av, hör av, höra av er, hör av er, höra av dig, besvära,
      besvär, terra, jaga, kontakt, bombardera, maila, texta, texta mig, notifiera, irritera,
      kontaktad, smsas, störas, skrivas, kontakta mig, skrev, ringde
    `,
    send: words`
      skicka, skickar, skickas, sända, sänd, sänder, skicka ut, skickat, utskick, skika, maila,
      vidarebefordra, skickande, skickade
    `,
    messages: words`
      sms, smsen, sms en, sms et, sms utskick, meddelande, meddelanden, meddelandena, mess,
      reklam, reklamen, reklam sms, reklamsms, annonser, erbjudanden, erbjudande, nyhetsbrev,
      notiser, aviseringar, avisering, utskick, spam, mail, mejl, påminnelser, information,
      kampanjer, reklamutskick, reklammeddelanden, marknadsföring, skräp, skit, dynga, texter,
      info, prenumeration, kontakt, samtal, kommunikation, textmeddelanden, sms a, smsreklam,
      sms reklam, erbjudandena, annons, sms utskicken, massutskick, mejlen, tjafs,
      direktmarknadsföring, direktreklam, sms tjänsten, sms tjänst, tjänsten, tjänst, rabatter,
      inbjudningar, enkäter, kataloger, nyheter, kampanj, reor, kuponger, reklammejl,
      reklamutskicken, massmeddelanden, skräppost, spammeddelanden, marknadsföringsutskick,
      kampanj*, meddeland*, erbjudand*, prenumeration*, reklam*, sms prenumeration*, spammet,
      spammande, spammeriet, nyhetsbrev*, utskick*, påminnels*, marknadsföring*, aviserin*
    `,
    list: words`
      lista, listan, listor, listorna, er lista, sändlista, sändlistan, maillista, register,
      registret, databas, databasen, system, systemet, utskick, utskicken, adressbok, kontakter,
      kontaktlista, kontaktlistan, kundregister, kundlistan, sms lista, sms listan, prenumeration,
      grupp, gruppen, utskickslista, utskickslistan, maillist*, mejllist*, sändlist*, kundlist*,
      register*, databas*, utskickslist*, kundregist*
    `,
    mine: words`
      mig, mej, oss, mitt nummer, mitt nr, nummer, numret, nummret, detta nummer, det här numret,
      mitt mobilnummer, mobilnummer, telefonnummer, mitt telefonnummer, mina uppgifter, uppgifter,
      mitt namn, namn, min mobil, min telefon, mobil, telefon, min data, mina data, min tele,
      mitt tel, ta mig, ta mig bort, personuppgifter, mina personuppgifter, inte längre numret till,
      inte numret till, inte hans nummer, inte hennes nummer, nummer längre, det här är inte längre,
      detta är inte längre,
      jobbtelefon, tjänstetelefon
    `,
    not: words`
      inte, ej, aldrig, aldrig mer, inte längre, icke, slipp, slippa, varken, int, aldrig igen,
      inge, inte mer, ej mer, ingenting
    `,
    no: words`
      inga, ingen, inget, utan, nog med, inga fler, noll, aldrig mer, slut på, nej till, trött på,
      nej tack till, inget mer, ingen mer, inga mer, int
    `,
    more: words`
      mer, mera, fler, flera, igen, längre, aldrig mer, aldrig igen, någonsin, framöver,
      i framtiden, fortsättningsvis, ytterligare, vidare, nånsin, hädanefter, fortsatt, fortsatta,
      inga fler, inget mer, ingen mer, inga mer, inte mer, ej mer, mer sånt
    `,
    want: words`
      vill, vill ha, önskar, ha, behöver, intresserad, intresserad av, intresse, bett om,
      beställt, vill gärna, godkänt, anmält mig, godkänner, undanbeder, undanber, undanber mig,
      undanbeder mig, vill att ni, accepterar, vil
    `,
    receive: words`
      få, ta emot, få fler, mottaga, motta, se, höra, höra från, erhålla, bli kontaktad,
      kontaktas, läsa, bli störd, få av
    `,
    demands: words`
      undanber mig, undanbeder mig, jag undanber mig, jag undanbeder mig, undanbedes,
      glöm mitt nummer, släng mitt nummer, radera mitt nummer, ta bort mitt nummer, jag blockerar,
      blockerar er, blockerar dig, blockerad, polisanmäler, jag polisanmäler, anmäler er,
      jag anmäler er, ta bort mig, sluta med detta, sluta med det här, sluta med det,
      sluta upp med det här, ta mig bort, sluta tjata, det här är spam, detta är spam,
      jag rapporterar, rapporterar er, rapporterar detta, anmäler detta, jag anmäler detta, anmäls,
      spamanmäler
    `,
    dismissals: words`
      lämna mig i fred, låt mig vara, låt mig vara i fred, lämna mig ifred, i fred, ifred,
      dra åt helvete, far åt helvete, dra, stick, försvinn, håll käften, håll käft, fuck off,
      gå och dö, dra åt skogen, stör inte, stör mig inte, stör ej, lägg av, oönskat, oönskad,
      ge fan i mig, sluta stör, pissa off, knulla dig, ge er, skärp er, ta bort det, ta bort den,
      radera det, vill inte ha detta, vill inte ha det här, jag vill inte ha detta,
      vill inte ha det, orkar inte mer, fått nog, har fått nog, nu räcker det,
      dra dit pepparn växer, ge er iväg, lägg ner, ge er nu, ge fan i det, jag orkar inte,
      nu får det vara nog, får det vara nog, det får räcka, låt mig vara ifred, lämna mig,
      lämna oss ifred
    `,
    reasons: words`
      fel nummer, fel person, ni har fel nummer, du har fel nummer, fel mottagare, felnummer,
      inte intresserad, ej intresserad, ointresserad, inget intresse, inte intresserade,
      inte intresserad längre, vem är du, vem är det, vem är detta, känner inte dig,
      känner dig inte, känner er inte, redan sagt, flera gånger, många gånger, tusen gånger,
      sista gången, har sagt, har bett, gdpr, imy, advokat, polis, polisen, polisanmälan, anmälan,
      bedrägeri, bedragare, bluff, olagligt, trakasserier, spam, nix registret, inte kund,
      inte kund längre, ej kund, inte längre kund, aldrig anmält, har aldrig anmält mig,
      inte beställt, aldrig beställt, bett er, less på, trött på, konsumentverket, inte jag,
      inte bett om, gått bort, är död, har dött, dog, avlidit, avliden, flyttat, har flyttat,
      bytt nummer, inte mitt nummer, inte min, varifrån har ni mitt nummer,
      vart fick ni mitt nummer, vem fan är du, inte längre min, kund längre, min man är död,
      min man har dött, min man har gått bort, min fru är död, min fru har gått bort,
      min fru har dött, min mamma är död, min mamma har gått bort, min pappa är död,
      min pappa har gått bort, min mor har gått bort, min far har gått bort,
      min mormor har gått bort, var fick ni mitt nummer, var har ni fått mitt nummer,
      vem har gett er mitt nummer, hur fick ni mitt nummer, inte längre numret till,
      inte numret till, inte hans nummer, inte hennes nummer, nummer längre, det här är inte längre,
      detta är inte längre, tredje gången, andra gången, för många, alldeles för många, för mycket,
      bor inte kvar, har redan köpt, aldrig varit kund, aldrig lämnat mitt nummer, har inte godkänt,
      aldrig godkänt, irriterande, störande, det är spam, det här är spam,
      har aldrig registrerat mig, aldrig registrerat mig, aldrig prenumererat, har aldrig bett om,
      aldrig bett om, inte registrerat mig, inte anmält mig, inte prenumererat
    `,
    keep: words`
      sluta inte, avregistrera mig inte, avregistrera inte, ta inte bort, ta inte bort mig,
      avsluta inte, stoppa inte, fortsätt skicka, fortsätt gärna, vill fortsätta, fortsätta få,
      får inga, fått inga, har inte fått, fick inget, får inte, inte fått, du får inga,
      kom inte fram, fick inte, inte få fram
    `,
    questions: words`
      när, var, varför, vad, vilken, vilket, vilka, vem, hur mycket, hur dags, är, har ni, har du,
      kan jag få, finns, ska jag, ska vi, får jag, måste jag, nära, klockan
    `,
    how: words`hur, hur gör jag för att, hur kan jag`,
    limits: words`
      tills, till dess, medan, idag, i dag, imorgon, i morgon, ikväll, i kväll, inatt, på natten,
      på kvällen, den här veckan, istället, i stället, hellre, så sent, så tidigt, om, förutom,
      utom, efter, innan, före, just nu, tillfälligt, på jobbet, måndag, söndag, lördag, helgen,
      när, den tiden, än så länge, vid den här tiden, för tillfället
    `,
    subjects: words`jag, han, hon, den, vi, de, dom, man, bussen, tåget, någon, ingen annan, det`,
    articles: words`en, ett, den, på, vid, nästa, till, hållplats, i, av`,
    others: words`
      honom, henne, dem, dom, alla, min mamma, min fru, min man, min son, folk, dig, er
    `,
    joins: words`
      och, men, eller, eftersom, därför, så, annars, sen, också, samt, för att ni, sedan, för jag
    `,
    light: words`
      jag, ni, er, era, ert, du, dig, din, ditt, dina, mig, mej, min, mitt, mina, vi, oss, vår, den,
      det, de, dem, dom, denna, detta, dessa, den här, det här, de här, en, ett, från, av, på, i,
      till, med, för, om att, ur, åt, via, hos, att, som, så, nu, genast, omedelbart, snarast, tack,
      snälla, vänligen, bara, verkligen, jävla, jävlar, förbannade, förbannad, fan, för fan,
      för helvete, helvete, helvetes, skit, satans, fucking, idioter, idiot, dumma, jobbiga,
      irriterande, alla, allt, all, varje, hela tiden, jämt, ständigt, dagligen, någon, något,
      några, mycket, många, sådan, sådana, här, typ, typen, kan ni, kan du, skulle ni kunna,
      skulle du kunna, kunde ni, går det att, kan man, vill ni, vill, jag vill att ni, vill att ni,
      jag önskar, önskar, jag kräver, kräver, kräver att, ber er, jag ber er, ber, be er att, bli,
      blir, vara, är, var snäll och, har, måste, ska, skall, får, kan, ert företag, företag, ok,
      hej, människor, gubbar, äntligen, en gång för alla, oönskade, oönskad, onödiga, reklam, mobil,
      telefon, denna typ, slags, sorts, ens, redan, tjat, tacksam, tacksamt, å, o, alltså,
      undanbedes, inget, ingenting, enligt, begär, begär att, jag begär, jag begär att, sånt,
      sånt här, såna, sån, rätt, behandling, tacksam om ni, vänlig, vänliga, för guds skull, asså,
      snälla ni, härmed, mot, direkt, ändamål, användning, använder, syfte, syften, det där,
      definitivt, permanent, omgående, tredje gången, andra gången, för tredje gången,
      hundrade gången, grejer, saker, för bövelen, herregud, snälla rara, suck, upprepar,
      jag upprepar, ofta, onödig, tröttsamma, störiga, från och med nu, till det här numret,
      till detta nummer, till mitt nummer, till min telefon, till min mobil, någonting, nånting,
      annat, andra, övrigt, helst, över huvud taget, överhuvudtaget, hel, hela, hela dagen,
      varje dag, för alltid, skulle ni, skulle du, skulle, kunna, kunde, borde, ville, omedelbar,
      genast nu, allting, över huvud, överhuvud, från er, av er, mot mig, någon som helst, räcker så,
      sagt, sagt att, bett er att, bett om att,
      hit, hitåt, två gånger, tre gånger,
      kan ni inte, kan du inte
    `,
    notFollows: true,
  },
  answers: {
    confirmation: (brand, ofAll) =>
      ofAll
        ? `${brand}: Du är avregistrerad och får inga fler meddelanden. Svara START för att komma tillbaka.`
        : `${brand}: Du får inte fler av de här meddelandena. START för att få dem igen, STOP ALL för att stoppa allt.`,
    help: (brand, helpText) =>
      `${brand}: ${helpText === '' ? '' : `${helpText} `}Svara STOPP för att slippa fler meddelanden.`,
    footer: 'Svara STOPP för att slippa fler',
  },
});
