/**
 * Danish. No published list was found; STOP, AFMELD and FRAMELD are what people write, and a speaker
 * should look again.
 */
import type { Lexicon } from './lexicon.js';
import { words } from './words.js';

export const da = (): Lexicon => ({
  language: 'da',
  keywords: {
    stop: words`
      stop, stop nu, stop sms, afmeld, afmeld mig, afmelde, afmelding, afmeldt, frameld,
      frameld mig, framelde, framelding, opsig, opsigelse, ophør, slut, afslut, afbryd, annuller,
      annullér, fjern, fjern mig, slet, slet mig, afbestil, nej tak stop, ikke flere,
      ikke flere sms, ingen sms, ingen reklamer, udmeld, udmeld mig, udmelding, hold op, nok,
      så er det nok, stopper, stoppe, bloker, blokér, afvis, stands, standse, basta
    `,
    stopAll: words`stop alt, stop alle, afmeld alt, afmeld alle, afmeld det hele, stop det hele`,
    misspelt: words`afmel, afmled, aflmed, afmeldd, framel, stopp, afmedl, afmelld`,
    ordinary: words`tilmelde, tilmelding, anmeld, kontrakt`,
    start: words`tilmeld, tilmeld mig, genoptag, begynd, fortsæt, abonner, gentilmeld`,
    help: words`hjælp, hjælp mig, information, hjaelp`,
    polite: words`
      tak, mange tak, tusind tak, på forhånd tak, venligst, vær venlig, vær venlig at,
      vær så venlig, hej, goddag, godmorgen, god aften, undskyld, nu, straks, omgående,
      med det samme, nej tak, ok, okay, mvh, hilsen, venlig hilsen, med venlig hilsen, vh,
      tak for det, kære, venlig hilsen fra, pls
    `,
    beside: words`
      det, dette, det der, mig, for fanden, jeg vil, nu da, så, sms, sms er, det her, reklamer,
      endelig, det pjat, fra
    `,
    all: words`alt, alle, alt sammen, det hele`,
    connectors: words`og, eller`,
  },
  grammar: {
    end: words`
      stop, stopp, stoppe, stop med, stop med at, hold op, hold op med, hold op med at, hold så op,
      holde op, holde op med, ophør, ophøre, afbryd, afbryde, afslut, afslutte, stands, standse,
      slut, slut med, nok, så er det nok, annuller, annullere, afbestil, opsig, opsige, undlad,
      undlad at, træt af, sluk, slukke, slå fra, lad være, lad være med, lad være med at, lade være,
      drop, undgå, hold nu op, hold nu op med, hold nu op med at, hold venligst op,
      hold venligst op med, hold så op med, stop nu med, stop nu med at, kan stoppe, slippe for,
      slipper for, slipper, slippe, slipper jeg for, slipper jeg, komme af med, kommer jeg af med,
      lad venligst være med at, lad venligst være, lad nu være med at, lad nu være med,
      led og ked af, få stoppet, stoppe med, stoppe med at, holde op med at, fået nok af, nok af,
      har fået nok af, stop så med, stop så med at
    `,
    leave: words`
      afmeld, afmeld mig, afmelde, afmeldes, afmelding, afmeldt, frameld, frameld mig, framelde,
      frameldes, framelding, udmeld, udmeld mig, udmelding, udmeldes, melde mig fra, meld mig fra,
      meld mig ud, melde mig ud, meldes fra, opsiger, opsig abonnement, trækker mit samtykke,
      tilbagetrækker, trækker mit samtykke tilbage, trække mit samtykke tilbage, intet samtykke,
      ikke givet samtykke, samtykker ikke, gør indsigelse, frabeder, frabeder mig, afmelder,
      trække samtykke, tilbagekalder mit samtykke, tilbagekalder, tilbagekalde mit samtykke,
      framelder mig, framelder jeg mig, afmelder jeg mig, afmelder mig, afmeldt fra, melder mig fra,
      melder mig ud
    `,
    remove: words`
      fjern, fjerne, fjernes, fjernet, fjern mig, slet, slette, slettes, slettet, slet mig,
      tag mig, tag mit, tage mig, tages, stryg, stryge, smid, glem, bloker, blokér, blokere,
      ud af, af, væk, fra, strege, streg, udelad, sletning, slettet fra, fjernes fra, sletter,
      tag mig væk, pil, få slettet, få fjernet, øjeblikkelig sletning, slettede, fjernede, fjerner
    `,
    write: words`
      skrive, skriv, skriver, sms e, smse, smser, kontakt, kontakte, kontakter, kontaktes, ringe,
      ring, ringer, forstyrre, forstyr, forstyrrer, genere, generer, generes, spamme, spam,
      spammer, chikanere, chikaner, chikanerer, plage, plager, plag, kontakt mig, kime, kimer,
      henvende, henvend, bombardere, bombarder, texte, maile, besvære, kontaktet
    `,
    send: words`
      sende, send, sender, sendt, sendes, tilsende, tilsendt, udsende, fremsende, udsend,
      sende ud, modtager
    `,
    messages: words`
      sms, sms er, smser, sms erne, smserne, sms beskeder, besked, beskeder, beskederne,
      meddelelser, meddelelse, reklamer, reklame, reklamerne, reklame sms er, reklamesms,
      annoncer, tilbud, nyhedsbrev, nyhedsbreve, notifikationer, notifikation, notifikationerne,
      notifikasjoner, spam, mails, mail, påmindelser, markedsføring, kampagner, opkald,
      tekstbeskeder, info, pis, lort, henvendelser, abonnement, kontakt, informationer,
      smsbeskeder, sms reklamer, reklamebeskeder, reklame beskeder, tilbuddene, sms beskederne,
      spambeskeder, sms tjenesten, tjenesten, rabatter, invitationer, undersøgelser, kataloger,
      nyheder, kampagne, udsalg, kuponer, reklamemails, spam sms, markedsføringsbeskeder,
      reklame sms, smsene, smsen, kampagn*, besked*, tilbudde*, abonnement*, reklame*,
      sms abonnement*, spammen, spammeri, nyhedsbrev*, meddelels*, påmindels*, markedsføring*,
      notifikation*
    `,
    list: words`
      liste, listen, lister, listerne, mailingliste, maillisten, database, databasen, register,
      registret, registre, system, systemet, kartotek, kontakter, kontaktliste, kontaktlisten,
      kundeliste, kundekartotek, sms liste, sms listen, adressebog, abonnement, gruppe, gruppen,
      tilmelding, sms service, tjeneste, sms tjeneste, maillist*, mailinglist*, kundelist*,
      kunderegist*, regist*, databas*
    `,
    mine: words`
      mig, os, mit nummer, mit nr, nummer, nummeret, dette nummer, det her nummer,
      mit telefonnummer, mit mobilnummer, telefonnummer, mobilnummer, mit tlf, tlf nr,
      mine oplysninger, oplysninger, mit navn, navn, mine data, data, min mobil, min telefon,
      telefon, mobil, min tlf, tlf, fjern mig, slet mig, tag mig, tage mig, personoplysninger,
      mine personoplysninger, persondata, ikke længere nummeret til, ikke nummeret på,
      nummer længere, nummer mere, til dette nummer, til mit nummer, til det her nummer,
      dette er ikke længere, det her er ikke længere, til dette nr, til min mobil, til mig,
      arbejdstelefon, hans telefon, hendes telefon, hans nummer, hendes nummer
    `,
    not: words`
      ikke, aldrig, aldrig mere, ikke længere, ej, ik, ikk, ikke mere, hverken, aldrig igen,
      ikke flere, ikke noget
    `,
    no: words`
      ingen, ikke flere, intet, uden, nok, aldrig mere, ikke mere, nul, nej til, stop, slut med,
      ikke, træt af, nej tak til, ingen flere, ikke flere af
    `,
    more: words`
      mere, flere, igen, længere, aldrig mere, aldrig igen, nogensinde, fremover, i fremtiden,
      yderligere, videre, ikke mere, ikke flere, fremadrettet, fra nu af, fortsat, ingen flere,
      ikke flere af,
      ikke noget, noget
    `,
    want: words`
      vil, vil have, ønsker, ønske, har brug for, brug for, behøver, interesseret, interesseret i,
      interesse, gider, bedt om, bestilt, tilmeldt, accepterer, vil gerne, frabeder, frabeder mig,
      samtykke til, vil modtage
    `,
    receive: words`
      modtage, få, have, høre fra, se, modtag, høre, blive kontaktet, kontaktes, læse,
      blive forstyrret, ha
    `,
    demands: words`
      frabeder mig, jeg frabeder mig, frabedes, glem mit nummer, slet mit nummer, smid mit nummer,
      fjern mit nummer, jeg blokerer, blokerer jer, blokerer dig, blokeret, melder jer,
      politianmelder, jeg politianmelder, anmelder jer, klager, jeg klager, stop det,
      stop det her, stop dette, stop nu, lad være med det, tag mig af, fjern mig fra,
      tag mig af listen, det her er spam, dette er spam, jeg anmelder, jeg anmelder det,
      anmelder det, rapporterer jer, jeg rapporterer, melder det
    `,
    dismissals: words`
      lad mig være, lad mig være i fred, lad mig nu være, i fred, skrid, skrid ad helvede til,
      gå ad helvede til, rend mig, rend mig i røven, fuck af, fuck jer, forsvind, hold kæft,
      hold mund, hold din kæft, luk røven, pis af, smut, stik af, forstyr ikke, forstyr mig ikke,
      uønsket, lad os være, gå væk, røvhul, slet det, slet den, fjern det, fjern den,
      vil ikke have det her, vil ikke have dette, jeg vil ikke have det, gider ikke mere,
      orker ikke mere, gider det ikke, fået nok, har fået nok, nu er det nok, nok er nok,
      så er det godt, gå ad pommern til, så stop dog, jeg orker ikke, lad det ligge,
      nu må det være nok, må det være nok, det må være nok, lad os være i fred
    `,
    reasons: words`
      forkert nummer, forkert nr, forkert person, du har forkert nummer, i har forkert nummer,
      forkert modtager, galt nummer, ikke interesseret, uinteresseret, ingen interesse,
      er ikke interesseret, ikke længere interesseret, hvem er du, hvem er det, hvem er i,
      kender jer ikke, kender dig ikke, allerede sagt, har sagt, har bedt, har allerede bedt,
      flere gange, mange gange, hundrede gange, sidste gang, gdpr, datatilsynet,
      forbrugerombudsmanden, advokat, politi, politiet, politianmeldelse, anmeldelse, klage,
      svindel, svindlere, ulovligt, chikane, spam, robinsonlisten, ikke kunde, ikke kunde længere,
      ikke længere kunde, aldrig tilmeldt, aldrig bedt om, har ikke bedt om, ikke bestilt, træt af,
      ikke mig, mit samtykke, er død, døde, død, gået bort, afgået ved døden, flyttet, er flyttet,
      skiftet nummer, ikke mit nummer, hvor har i mit nummer fra, hvor har du mit nummer fra,
      ikke min, min mand er død, min kone er død, min mor er død, min far er død, min mormor er død,
      min mand er gået bort, min kone er gået bort, min mor er gået bort, min far er gået bort,
      hvor har i fået mit nummer fra, hvor har i fået mit nummer, hvor fik i mit nummer fra,
      hvem har givet jer mit nummer, ikke længere nummeret til, ikke nummeret på, nummer længere,
      nummer mere, dette er ikke længere, det her er ikke længere, tredje gang, anden gang,
      for mange, alt for mange, for meget, bor her ikke mere, bor her ikke længere,
      har allerede købt, aldrig været kunde, aldrig givet mit nummer, ikke givet lov,
      aldrig givet lov, aldrig givet tilladelse, har aldrig givet tilladelse, irriterer,
      forstyrrende, det er spam, det her er spam, har aldrig tilmeldt mig, aldrig tilmeldt mig,
      aldrig registreret mig, aldrig abonneret, har aldrig bedt om, ikke tilmeldt mig,
      ikke abonneret
    `,
    keep: words`
      stop ikke, afmeld mig ikke, afmeld ikke, fjern mig ikke, fjern ikke, slet ikke,
      slet mig ikke, bliv ved, blive ved, vil fortsætte, vil gerne fortsætte, vil stadig,
      stadig modtage, får ingen, fik ingen, har ikke fået, har ikke modtaget, modtager ikke,
      modtager ingen, fik ikke, får ikke, ikke kommet
    `,
    questions: words`
      hvornår, hvor, hvorfor, hvad, hvilken, hvilket, hvem, hvor meget, er, har i, har du,
      kan jeg få, skal jeg, skal vi, må jeg, findes, bussen, toget, stoppestedet, klokken
    `,
    how: words`hvordan, hvordan kan jeg, hvordan gør jeg for at`,
    limits: words`
      indtil, imens, mens, i dag, idag, i morgen, imorgen, i aften, i nat, om natten, om aftenen,
      denne uge, i stedet, istedet, hellere, så sent, så tidligt, hvis, undtagen, bortset fra,
      efter, inden, før, lige nu, midlertidigt, på arbejde, på arbejdet, mandag, søndag, lørdag,
      weekenden, når, på dette tidspunkt, til, foreløbig
    `,
    subjects: words`jeg, han, hun, den, vi, de, man, bussen, toget, nogen, det`,
    articles: words`en, et, den, ved, næste, på, sidste, uden, i`,
    others: words`ham, hende, dem, alle, min mor, min kone, min mand, min søn, folk, dig, jer`,
    joins: words`og, men, eller, fordi, derfor, så, ellers, også, samt, da, for jeg`,
    light: words`
      jeg, i, jer, jeres, du, dig, din, dit, dine, mig, min, mit, mine, vi, os, den, det, de, dem,
      denne, dette, disse, en, et, fra, af, på, til, med, for, om, ud, at, som, så, nu, straks,
      omgående, tak, venligst, bare, virkelig, fandens, fanden, for fanden, for helvede, helvede,
      satans, forbandede, pisse, lorte, skide, fucking, idioter, idiot, dumme, åndssvage,
      irriterende, alle, alt, hver, hele tiden, konstant, dagligt, daglige, nogen, noget, nogle,
      meget, mange, sådan, sådanne, slags, her, der, kan i, kan du, kunne i, kunne du, vil i,
      vil du, må jeg bede om, må jeg bede om at, vil, jeg vil gerne, vil gerne, ønsker,
      jeg ønsker at, kræver, jeg kræver, beder jer, jeg beder jer om at, beder om, bede jer,
      anmoder, jeg anmoder om, blive, bliver, være, er, har, skal, må, får, kan, firma, ok, hej,
      mennesker, folkens, én gang for alle, uønskede, uønsket, unødvendige, kommercielle, typen,
      type, allerede, også, venner, via, hos, væk, lige, da, endelig, tid, den slags, flere,
      længere, hermed, bede, ingenting, intet, i henhold til, henhold, ifølge, jævnfør,
      beder jeg om, beder jeg, ret til, behandling, sgu, sådan noget, for guds skyld,
      venligst straks, det der, mod, direkte, formål, brug, brugen, anvendelse, gide, definitivt,
      permanent, hurtigst muligt, tredje gang, anden gang, for tredje gang, hundrede gang, gentager,
      jeg gentager, ting, for pokker, herregud, gudskelov, søde, ofte, unødvendig, trættende,
      fra nu, til min telefon, andet, andre, overhovedet, hele, hele dagen, hver dag, for altid,
      dog, jo, nu må i, ikke noget, i det hele taget, kunne, burde, ville, øjeblikkelig,
      øjeblikkeligt, alting, fra jer, af jer, nogen som helst, gerne, mon, søde at, nok sådan,
      nok så, sagt at, bedt jer om, bedt om, have at,
      hertil, to gange, tre gange, vær søde, vær sød, vær venlig,
      vil i ikke nok, vil du ikke nok, kan i ikke nok, kan du ikke nok, gider i, gider du
    `,
    notFollows: true,
  },
  answers: {
    confirmation: (brand, ofAll) =>
      ofAll
        ? `${brand}: Du er afmeldt og får ikke flere beskeder. Svar START for at tilmelde dig igen.`
        : `${brand}: Du får ikke flere af disse beskeder. START for at få dem igen, STOP ALL for at stoppe alt.`,
    help: (brand, helpText) =>
      `${brand}: ${helpText === '' ? '' : `${helpText} `}Svar STOP for at afmelde.`,
    footer: 'Svar STOP for at afmelde',
  },
});
