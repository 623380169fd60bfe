/**
 * Norwegian, Bokmål with the commonest Nynorsk. Keywords: UNSUB is documented where STOP does not work
 * on Norwegian routes; STOPP and AVMELD are what people write, and a speaker should look again.
 */
import type { Lexicon } from './lexicon.js';
import { words } from './words.js';

export const no = (): Lexicon => ({
  language: 'no',
  keywords: {
    stop: words`
      stop, stopp, stopp nå, stopp sms, unsub, avmeld, avmeld meg, avmelde, avmelding,
      meld meg av, meld av, si opp, oppsigelse, avslutt, avslutte, slutt, avbryt, avbestill,
      avregistrer, avregistrere, kanseller, fjern, fjern meg, slett, slett meg, ikke mer,
      ikke flere, ingen sms, ingen reklame, nei takk stopp, hold opp, nok, utmelding, meld meg ut,
      blokker, opphør, opphøre, reserver meg, reservasjon, sluttmeld
    `,
    stopAll: words`stopp alt, stopp alle, avmeld alt, avslutt alt, avmeld alle`,
    misspelt: words`avmled, avmel, stoopp, avmeldd, slut, slutt å, avslut, avmedling`,
    ordinary: words`påmelding, avslutta, melding, kontrakt`,
    start: words`gjenoppta, fortsett, begynn, abonner, meld meg på, påmeld`,
    help: words`hjelp, hjelp meg, informasjon`,
    polite: words`
      takk, tusen takk, mange takk, på forhånd takk, takk for det, vennligst, vær så snill,
      ver så snill, vær snill, vær så snill og, hei, god dag, god morgen, god kveld, hallo,
      unnskyld, beklager, nå, straks, umiddelbart, med en gang, nei takk, ok, okei, mvh, hilsen,
      vennlig hilsen, med vennlig hilsen, please, kjære
    `,
    beside: words`
      det, dette, det der, meg, for faen, jeg vil, nå da, sms, meldinger, med det, reklame,
      med dette, fra, endelig
    `,
    all: words`alt, alle, alt sammen`,
    connectors: words`og, eller`,
  },
  grammar: {
    end: words`
      stop, stopp, stoppe, stopper, stans, stanse, slutt, slutt med, slutt å, slutte, slutte å,
      slutte med, hold opp, hold opp med, avslutt, avslutte, avbryt, avbryte, opphør, opphøre, nok,
      nok nå, avbestill, si opp, kanseller, unngå, la være, la være å, la vær, lei av, skru av,
      slå av, avstå, kutt ut, drit i, dropp, gi dere med, gi deg med, gi dere, gi deg, slutt med å,
      slutt nå, kan slutte, kan dere slutte, slutt no, slippe, slipper, slipper jeg, slippe unna,
      bli kvitt, blir jeg kvitt, drittlei av, drittlei, få stoppet, stoppe med, stopp med, stoppe å,
      slutte med å, fått nok av, nok av, har fått nok av, slutt så med, stogg
    `,
    leave: words`
      avmeld, avmeld meg, avmelde, avmelde meg, avmeldes, avmelding, avmeldt, meld meg av,
      melde meg av, meldes av, meld meg ut, melde meg ut, utmelding, avregistrer, avregistrere,
      avregistrering, trekker samtykke, trekker mitt samtykke, trekker samtykket, trekke samtykke,
      ikke samtykke, ikke samtykket, samtykker ikke, reserverer meg, reservere meg, reserver meg,
      si opp abonnementet, avslutt abonnement, avslutte abonnement, avslutt abonnementet,
      frabeder, frabeder meg, frabe, frabe meg, melder jeg meg av, melder meg av, melder eg meg av,
      melde meg ut av, trekker tilbake samtykket, trekker tilbake mitt samtykke,
      trekke tilbake samtykket, trekker tilbake samtykke, trekk tilbake, trekkjer tilbake,
      trekkjer samtykket, sier opp, avmelder, motsetter meg, jeg motsetter meg, motset meg
    `,
    remove: words`
      fjern, fjerne, fjernes, fjernet, fjern meg, slett, slette, slettes, slettet, slett meg,
      ta meg, ta mitt, ta bort, tas, stryk, stryke, kast, glem, blokker, blokkere, blokk, ut av,
      av, vekk, bort, fra, strykes, ta vekk, sletting, fjerning, sletta, fjerna, sletter,
      ta meg bort, ta meg vekk, stryk meg, få slettet, få fjernet, øyeblikkelig sletting,
      slettet det, fjerner
    `,
    write: words`
      skrive, skriv, skriver, tekste, tekst, sms e, smse, melde, sende melding, kontakt, kontakte,
      kontakter, kontaktes, kontaktet, ringe, ring, ringer, forstyrre, forstyrr, forstyrrer,
      plage, plag, plager, spamme, spam, spammer, trakassere, trakasser, mase, mas, maser,
      ta kontakt, tar kontakt, sjikanere, bombardere, bry, irritere, varsle, henvende, skriva,
      skriv til meg, ringja, kontakta, masa, plaga, plage meg, mase på
    `,
    send: words`
      sende, send, sender, sendt, sendes, tilsendt, utsending, sende ut, send ut, sendinga, senda,
      sjende, sendast, sender meg
    `,
    messages: words`
      sms, sms er, smser, sms ene, smsene, melding, meldinger, meldingene, meldingar,
      tekstmelding, tekstmeldinger, beskjed, beskjeder, reklame, reklamer, reklamen, reklame sms,
      reklamemeldinger, annonser, tilbud, nyhetsbrev, varsler, varslinger, varsel, spam, søppel,
      mail, e post, påminnelser, markedsføring, kampanjer, dritt, drit, henvendelser, abonnement,
      kontakt, notifikasjoner, notiser, info, telefoner, mas, reklamesms, meldingane, tilboda,
      tilboda dykkar, reklamene, spammen, spam meldinger, varslinga, sms reklame, sms tjenesten,
      sms tjeneste, tjeneste, rabatter, invitasjoner, undersøkelser, kataloger, nyheter, kampanje,
      salg, kuponger, reklamemail, spam sms, markedsføringsmeldinger, tilbudene, tekstmeldingene,
      tekstmeldingar, varslingar, kampanj*, melding*, tilbude*, abonnement*, reklam*,
      sms abonnement*, spamming, nyhetsbrev*, tekstmelding*, påminnels*, markedsføring*, varsling*
    `,
    list: words`
      liste, listen, lista, lister, listene, adresseliste, mailingliste, database, databasen,
      register, registeret, registre, system, systemet, systemene, kontakter, kontaktliste,
      kontaktlisten, kundeliste, kundelisten, kunderegister, sms liste, sms listen, abonnement,
      gruppe, gruppen, utsendelse, utsendelser, utsendelsen, tjenesten, adresselist*, maillist*,
      mailinglist*, kundelist*, kunderegist*, regist*, databas*
    `,
    mine: words`
      meg, oss, nummeret mitt, mitt nummer, nummer, nummeret, dette nummeret, det nummeret, mitt nr,
      mobilnummer, telefonnummer, mobilnummeret mitt, telefonnummeret mitt, mine opplysninger,
      opplysninger, opplysningene mine, navnet mitt, navn, mitt navn, mine data, data, min mobil,
      mobilen min, min telefon, telefon, mobil, tlf, nr mitt, personopplysninger, fjern meg,
      slett meg, ta meg, mine personopplysninger, til dette nummeret, til dette nr,
      til nummeret mitt, til mitt nummer, til oss, til min telefon, til det nummeret,
      ikke nummeret til, ikke lenger nummeret til, nummer lenger, dette er ikke lenger,
      jobbtelefon, hans telefon, hennes telefon
    `,
    not: words`
      ikke, aldri, aldri mer, ikke lenger, ikkje, ikke mer, ei, aldri igjen, itj, ikke flere,
      verken, ikkje meir, inkje, ikke noe, ikkje noko
    `,
    no: words`
      ingen, ikke flere, ikke mer, uten, nok, aldri mer, null, nei til, slutt på, stopp, ikke,
      lei av, intet, flere, nei takk til, ikkje fleire, inga, ingen flere, ikkje meir
    `,
    more: words`
      mer, mere, flere, fleire, igjen, lenger, aldri mer, aldri igjen, noensinne, noen gang,
      framover, fremover, i fremtiden, i framtida, ytterligere, videre, ikke mer, ikke flere,
      heretter, fra nå av, meir, ingen flere, ikkje fleire, ikkje meir, lengre, lengje, ikke lenger
    `,
    want: words`
      vil, vil ha, ønsker, ønskjer, ønske, trenger, behøver, interessert, interessert i,
      interesse, gidder, bedt om, bestilt, meldt meg på, godtar, vil gjerne, frabeder meg,
      samtykket til, ber om, orker, vil motta, vil eg ha, ynskjer, ynskjer å
    `,
    receive: words`
      motta, få, ha, høre fra, se, mottar, høre, bli kontaktet, kontaktes, bli forstyrret, lese,
      mottak, få fleire, mottek, kontakta
    `,
    demands: words`
      frabeder meg, jeg frabeder meg, glem nummeret mitt, slett nummeret mitt, kast nummeret mitt,
      fjern nummeret mitt, slett mitt nummer, jeg blokkerer, blokkerer dere, blokkerer deg,
      blokkert, anmelder dere, jeg anmelder, politianmelder, klager, jeg klager, stopp dette,
      stopp det her, slutt med dette, slutt med det, kutt ut, ta meg av, la være å kontakte,
      reserverer meg, jeg reserverer meg, dette er spam, det er spam, jeg rapporterer,
      rapporterer dere, jeg anmelder dette, anmelder dette, anmelder det, melder dere
    `,
    dismissals: words`
      la meg være, la meg være i fred, la meg vær, i fred, ligg unna, dra til helvete,
      dra til helvette, gå vekk, forsvinn, hold kjeft, hold munn, hold kjeften, kjeften, stikk,
      ligg unna meg, fuck off, dra, faen ta dere, forstyrr ikke, ikke forstyrr, uønsket,
      drit og dra, dra dit peppern gror, gå bort, ryk og reis, la oss være, lat meg vera,
      lat meg vere, lat meg vera i fred, lat meg vere i fred, slett det, fjern det, gidder ikke mer,
      orker ikke mer, vil ikke ha dette, vil ikke ha det, jeg vil ikke ha dette, vil ikkje ha dette,
      gidder ikke dette, fått nok, har fått nok, nå er det nok, nok er nok, nok nå, jeg orker ikke,
      jeg gidder ikke mer, la det være, gå og legg deg, nå får det være nok, får det være nok,
      det får være nok, la oss være i fred
    `,
    reasons: words`
      feil nummer, feil nr, feil person, du har feil nummer, dere har feil nummer, feil mottaker,
      ikke interessert, uinteressert, ingen interesse, er ikke interessert, ikke lenger interessert,
      hvem er du, hvem er dette, hvem er det, hvem er dere, kjenner dere ikke, kjenner deg ikke,
      allerede sagt, har sagt, har bedt, har allerede bedt, flere ganger, mange ganger,
      hundre ganger, siste gang, gdpr, datatilsynet, forbrukertilsynet, advokat, politi, politiet,
      politianmeldelse, anmeldelse, klage, svindel, svindlere, ulovlig, trakassering, spam,
      reservasjonsregisteret, ikke kunde, ikke kunde lenger, ikke lenger kunde, aldri meldt meg på,
      aldri bedt om, har ikke bedt om, ikke bestilt, lei av, ikke meg, brønnøysund, mitt samtykke,
      er død, døde, gått bort, død, flyttet, har flytta, flytta, byttet nummer, bytta nummer,
      ikke mitt nummer, ikke min, hvor har dere nummeret mitt fra, hvor har dere fått nummeret mitt,
      kven er dette, kven er du, mannen min er død, kona mi er død, mora mi er død,
      faren min er død, moren min er død, mannen min er gått bort, mannen min har gått bort,
      kona mi har gått bort, moren min har gått bort, faren min har gått bort, ikke nummeret til,
      ikke lenger nummeret til, nummer lenger, hvor fikk dere nummeret mitt fra,
      hvor fikk dere nummeret mitt, hvem har gitt dere nummeret mitt,
      hvordan fikk dere nummeret mitt, dette er ikke lenger, tredje gang, andre gang, for mange,
      altfor mange, for mye, bor ikke her lenger, har allerede kjøpt, aldri vært kunde,
      aldri gitt nummeret mitt, ikke gitt tillatelse, aldri gitt tillatelse,
      har aldri gitt tillatelse, irriterende, forstyrrende, det er spam, dette er spam,
      har aldri meldt meg på, aldri registrert meg, aldri abonnert, har aldri bedt om,
      ikke meldt meg på, ikke abonnert,
      har bedt om
    `,
    keep: words`
      ikke stopp, ikke avmeld, ikke avmeld meg, ikke fjern, ikke fjern meg, ikke slett,
      ikke slett meg, ikke slutt, slutt ikke, fortsett å, fortsett gjerne, vil fortsette,
      vil gjerne fortsette, vil fortsatt, fortsatt motta, får ingen, fikk ingen, har ikke fått,
      har ikke mottatt, mottar ikke, mottar ingen, fikk ikke, får ikke, ikke kommet
    `,
    questions: words`
      når, hvor, hvorfor, hva, hvilken, hvilket, hvem, hvor mye, er, har dere, har du, kan jeg få,
      skal jeg, skal vi, må jeg, finnes, bussen, toget, klokka, klokken, koffor, ka
    `,
    how: words`hvordan, hvordan kan jeg, hvordan gjør jeg for å, åssen, korleis`,
    limits: words`
      til, inntil, mens, i dag, idag, i morgen, i kveld, i natt, om natta, om natten, om kvelden,
      denne uka, i stedet, istedenfor, heller, så sent, så tidlig, hvis, unntatt, bortsett fra,
      etter, før, akkurat nå, midlertidig, på jobb, mandag, søndag, lørdag, helga, helgen, når,
      på denne tiden, foreløpig
    `,
    subjects: words`jeg, han, hun, den, vi, de, man, bussen, toget, noen, det, eg`,
    articles: words`en, et, den, ved, neste, på, siste, uten, til, i`,
    others: words`
      ham, henne, dem, alle, mora mi, moren min, kona mi, mannen min, sønnen min, folk, deg, dere
    `,
    joins: words`og, men, eller, fordi, derfor, så, ellers, også, samt, for jeg`,
    light: words`
      jeg, eg, dere, deres, du, deg, din, ditt, dine, meg, min, mitt, mine, vi, oss, den, det, de,
      dem, denne, dette, disse, en, et, ei, fra, av, på, til meg, med, for, om, ut, å, at, som, så,
      nå, no, straks, umiddelbart, takk, vennligst, bare, virkelig, faen, for faen, fanden,
      for helvete, helvete, helvetes, satans, jævla, jævlig, forbanna, forbannet, dritt, fucking,
      idioter, idiot, dumme, teite, irriterende, plagsomme, alle, alt, hver, hele tiden, konstant,
      daglig, daglige, noen, noe, noko, mye, mange, sånn, sånne, slike, slik, her, der, kan dere,
      kan du, kunne dere, kunne du, vil dere, vil du, vil, jeg vil gjerne, vil gjerne, ønsker,
      ønsker å, krever, jeg krever, ber dere, ber om, jeg ber om, ber om å, anmoder, bli, blir,
      være, er, har, skal, må, får, kan, firma, ok, hei, folkens, mennesker, en gang for alle,
      uønskede, uønska, unødvendige, kommersielle, typen, type, allerede, også, via, hos, herved,
      endelig, vær så snill, vær så snill å, snill, vær, fint, ifra, vekk, altså, flere, ingenting,
      i henhold til, henhold, ifølge, jamfør, ber jeg om, ber jeg, rett, behandling, dykk, dykkar,
      frå, ein, eit, sånt, det der, for guds skyld, ikkje noko, desse, tilbake, mot, direkte,
      formål, bruk, bruken, anvendelse, av dette, av disse, definitivt, permanent, snarest,
      tredje gang, andre gang, for tredje gang, hundrede gang, gjentar, jeg gjentar, ting, greier,
      for pokker, herregud, herre gud, kjære, ofte, unødvendig, slitsomme, fra nå, annet, andre,
      overhodet, hele, hele dagen, hver dag, for alltid, jo, nå da, noe som helst, i det hele tatt,
      dei, ikkje noko meir, no må, kunne, burde, ville, øyeblikkelig, øyeblikkelege, allting,
      fra dere, av dere, noen som helst, gjerne, kanskje, nok sånn, nok så, sagt at, bedt dere om,
      bedt om å,
      hit, to ganger, tre ganger, gjør det,
      kan dere ikke, vil dere ikke
    `,
    notFollows: true,
  },
  answers: {
    confirmation: (brand, ofAll) =>
      ofAll
        ? `${brand}: Du er avmeldt og får ikke flere meldinger. Svar START for å melde deg på igjen.`
        : `${brand}: Du får ikke flere av disse meldingene. START for å få dem igjen, STOP ALL for å stoppe alt.`,
    help: (brand, helpText) =>
      `${brand}: ${helpText === '' ? '' : `${helpText} `}Svar STOPP for å melde deg av.`,
    footer: 'Svar STOPP for å melde deg av',
  },
});
