/**
 * Finnish. No published list was found; LOPETA, PERUUTA and POISTA are what people write, and a speaker
 * should look again. Misspellings: a for ä.
 */
import type { Lexicon } from './lexicon.js';
import { words } from './words.js';

export const fi = (): Lexicon => ({
  language: 'fi',
  keywords: {
    stop: words`
      stop, stoppi, lopeta, lopettakaa, lopetus, lopettaa, loppu, peru, peruuta, peruutus,
      peruuttaa, perukaa, peruuttakaa, peru tilaus, peruuta tilaus, poista, poistakaa,
      poista minut, poistu, poistuminen, irtisano, irtisanon, estä, kiellän, markkinointikielto,
      kielto, kiellä, riittää, jo riittää, ei enää, ei enää viestejä, ei kiitos stop,
      ei mainoksia, lakkaa, lakatkaa, keskeytä, päätä, eroa, eroan, pois, pois listalta,
      lopeta tilaus, lopeta viestit, seis viestit, hylkää, perun, perun tilauksen,
      tilauksen peruutus, tilauksen lopetus
    `,
    stopAll: words`lopeta kaikki, peruuta kaikki, poista kaikki, stop kaikki`,
    misspelt: words`lopet, loepta, lopetta, perutta, stopp, lopeeta, lopetak, peruta, poisat`,
    ordinary: words`perhe, poistui, lopetti`,
    start: words`aloita, jatka, käynnistä, tilaa, liity, palaa`,
    help: words`apua, ohje, ohjeet, apu, neuvo, tiedot`,
    polite: words`
      kiitos, kiitti, kiitoksia, kiitos paljon, kiitos etukäteen, ole hyvä, olkaa hyvä,
      olkaa hyvät, ole kiltti, olkaa kilttejä, hei, moi, terve, päivää, hyvää päivää, huomenta,
      anteeksi, sori, nyt, heti, välittömästi, ei kiitos, ok, okei, ystävällisesti, t, terveisin,
      pliis, jooko, joo, yst terv
    `,
    beside: words`
      tämä, tää, nämä, jo, nyt jo, minut, minulle, hitto, vittu, perkele, haluan, viestit,
      mainokset, tekstiviestit, tilaus, sms, listalta, kaikki viestit
    `,
    all: words`kaikki, kaikkien, kokonaan`,
    connectors: words`ja, tai`,
  },
  grammar: {
    end: words`
      stop, lopeta, lopettakaa, lopettaa, lopetatte, lopeta jo, lopettakaa jo, lopetus, loppukoon,
      loppu, loppua, riittää, jo riittää, lakkaa, lakatkaa, lakata, peru, perukaa, perua, peruuta,
      peruuttakaa, peruuttaa, keskeytä, keskeyttäkää, seis, pysäytä, pysäyttäkää, estä, estäkää,
      jätä, jättäkää, kieltäydyn, kieltäydyn vastaanottamasta, päättäkää, voisitteko lopettaa,
      riitti, päästä eroon, pääsee eroon, pääsen eroon, pääsisin eroon, kyllästynyt,
      olen kyllästynyt, kyllästyin, peruttakoon, perutaan, lopetettava, lopetatko, lopeta se,
      loppuu, loppukoot, saa riittää, nyt riittää, riittää nyt, päättäkää tilaus, päätän, sulkekaa,
      sulje, katkaiskaa, lopetettais, lopettaisitte
    `,
    leave: words`
      peru tilaus, peruuta tilaus, perukaa tilaus, perun tilauksen, perukaa tilaukseni,
      peruuta tilaukseni, peru tilaukseni, peruutan tilauksen, lopeta tilaus, irtisanon, irtisano,
      irtisanoa, eroan, eroan listalta, haluan pois, haluan erota, haluan irtisanoa,
      perun suostumukseni, peruutan suostumukseni, peruuta suostumus, en ole antanut lupaa,
      en anna lupaa, en ole antanut suostumusta, en suostu, suoramarkkinointikielto,
      markkinointikielto, kiellän, kiellän markkinoinnin, kiellän suoramarkkinoinnin,
      peruuttaa tilauksen, perua tilauksen, pois tilauksesta, perun suostumuksen,
      peruutan suostumuksen, peruutan tilaukseni, irtisanon tilauksen, irtisanon tilaukseni,
      peruuttaa suostumukseni, haluan pois listalta, eroan palvelusta, kieltäydyn markkinoinnista,
      kieltäydyn mainonnasta, vastustan, irtisanon tekstiviestipalvelun, perun palvelun,
      irtisanon palvelun, perun tekstiviestit, en hyväksy, peruutan luvan, perun luvan,
      peruutan lupani, perun lupani, eroan tekstiviestilistalta, lähden listalta
    `,
    remove: words`
      poista, poistakaa, poistaa, poistetaan, poistamaan, poistettavaksi, poistettava, poistoa, ota,
      ottakaa, ottaa, pois, pyyhi, pyyhkikää, hävitä, hävittäkää, unohda, unohtakaa, estä, estäkää,
      deletoi, heittäkää, siivotkaa, poistaisitteko, poistatte, poistatko, poistettavan, poistumaan,
      poistamista, poisto, poistaisitte
    `,
    write: words`
      kirjoita, kirjoittako, kirjoittakaa, kirjoittaa, viestittele, viestitellä, viestitelkö,
      laita viestiä, laittako viestiä, ota yhteyttä, ottako yhteyttä, ottakaa yhteyttä,
      ottaa yhteyttä, yhteydenotot, yhteydenottoja, yhteyttä, soita, soittako, soitella, soittaa,
      häiritse, häiritkö, häiriköikö, häirikö, häiritseminen, häirintä, häiriköinti, häiritä,
      häiriköidä, spämmää, spämmätkö, spämmääminen, spämmäys, spammaus, tekstaa, tekstata,
      lähestykö, lähestyä, kiusatko, kiusata, kiusaa, kontaktoi, kontaktoiko, viestiminen, soittelu,
      kirjoittelu, pommittaminen, pommittako, kirjottelu, kirjottele, kirjoittele, kirjoitella,
      viestittely, viestittelyn, soittakaa, tekstailu, tekstaile, kontaktoida, otetaan yhteyttä,
      minuun otetaan yhteyttä, otettaisi yhteyttä, oteta yhteyttä, soitella mulle, yhteydenotto,
      yhteydenottonne, ota minuun yhteyttä, ottaisi yhteyttä, ottako minuun yhteyttä,
      ota minuun enää yhteyttä, ottako enää yhteyttä, soittelua, soittelemista, kirjoittamasta,
      viestittelemästä, häiritsemästä, häiritsemistä, viestittäkö, viestittää, viestitä, soitelko,
      ottaa minuun yhteyttä, ottaa minuun enää yhteyttä
    `,
    send: words`
      lähetä, lähettäkö, lähettäkää, lähettää, lähettäminen, lähettely, lähettelyä, lähetellä,
      lähetelkö, lähettämistä, lähettelemästä, lähettämästä, lähetetä, laita, laittako, laittaa,
      laittakaa, laittaminen, pistä, tulisi, tule, lähetykset, lähettelyt, lähettele, lähetkö,
      lähettelkö, lähettelemästä viestejä, laitella, laittele, laitelko, laittelu, lähettelemään,
      tulla, tulee enää, lähettelen, lähettäisitte, lähetätte
    `,
    messages: words`
      viesti, viestit, viestejä, viestiä, viestien, viestin, viestinne, viesteistä, viesteja,
      tekstiviesti, tekstiviestit, tekstiviestejä, tekstiviestien, tekstarit, tekstareita,
      tekstari, tekstaria, sms, sms viestejä, mainos, mainokset, mainoksia, mainosten,
      mainoksianne, mainosviestit, mainosviestejä, mainosviestien, mainontaa, mainonta,
      mainostusta, tarjouksia, tarjoukset, ilmoituksia, ilmoitukset, ilmoitusten, uutiskirje,
      uutiskirjeet, uutiskirjettä, markkinointi, markkinointia, markkinointiviestejä,
      markkinointiviestit, spämmi, spämmiä, spam, roskaposti, roskapostia, roskaviestejä,
      muistutuksia, paskaa, roskaa, tilaus, puheluita, yhteydenottoja, tilauksen, tilaukseni,
      tilausta, viestejänne, viestejäsi, viestinnästä, viesteihin, tarjouksianne, tarjousviestejä,
      tarjousten, mainoksista, tekstareiden, tekstiviesteistä, sms iä, sms viestien, kampanjoita,
      uutiskirjeitä, markkinoinnista, mainonnasta, mainostelua, suoramarkkinointia, viestittelyä,
      mainoksinenne, mainostenne, mainoksillanne, mainoksiinne, viesteinenne, mainosten kanssa,
      viesteihinne, tarjouksinenne, viestejänne enää, viesti*, viestei*, tekstiviest*, tekstar*,
      mainok*, mainos*, mainont*, tarjouks*, ilmoituks*, roskapost*, markkinoin*, uutiskirj*,
      kampanj*, spämmi*, tekstiviestipalvelu*, alennuks*, kutsuja, kyselyitä, kuponk*, soittoja,
      palvelun, palvelu, smsiä, smsien, smssiä, tekstiviestitilau*, viestitilau*, viestipalvelu*
    `,
    list: words`
      lista, listalta, listoilta, listaltanne, listoiltanne, listastanne, postituslista,
      postituslistalta, postituslistaltanne, sähköpostilistalta, rekisteri, rekisteristä,
      rekisteristänne, rekistereistänne, tietokanta, tietokannasta, tietokannastanne, järjestelmä,
      järjestelmästä, järjestelmästänne, asiakasrekisteristä, asiakasrekisteristänne,
      yhteystiedoista, osoitekirjasta, tilaus, tilaukseni, ryhmästä, markkinointilistalta,
      tekstiviestilistalta, palvelusta, puhelinluettelosta, jakelulistalta, jakelusta,
      viestilistalta, tilaajista, rekister*, järjestelm*, tietokan*, listo*, lista*, postituslist*,
      asiakasrekister*, tilaaj*
    `,
    mine: words`
      minut, minua, minulle, mut, mua, mulle, meille, meitä, numeroni, mun numero, minun numeroni,
      numero, numeron, tämä numero, tähän numeroon, tätä numeroa, puhelinnumeroni, puhelinnumero,
      puhelinnumeron, nimeni, nimi, tietoni, tiedot, yhteystietoni, puhelimeeni, mun numeroon,
      numerooni, numeroon, mun nro, nro, mun tiedot, puhelimeen, henkilötietoni, henkilötietojeni,
      tietojeni, numeroani, minusta, minuun, ei ole enää minun numero, tämä ei ole enää,
      kännykkääni, minulta
    `,
    not: words`
      ei, en, älä, älkää, älkä, ala, alkaa, emme, et, ette, koskaan, älä enää, älkää enää,
      ei koskaan, eikä, ei saa, älkää koskaan, ei enää, en enää, en halua, ettette, ettei, älkääkä,
      äläkä, enkä,
      ette saa, et saa
    `,
    no: words`ei, ei mitään, ilman, nolla, riittää, ei yhtään, ei enää, ei kiitos`,
    more: words`
      enää, enaa, enempää, lisää, uudestaan, koskaan, ikinä, jatkossa, vastaisuudessa,
      toista kertaa, tulevaisuudessa, enään, enaan, ei enää, muita, uusia
    `,
    want: words`
      halua, haluan, haluta, toivo, tarvitse, tarvi, kiinnosta, kiinnostaa, kiinnostunut, kaipaa,
      en halua, halua enää, tilannut, pyytänyt, suostunut, kiinnostuneita, viitsi, jaksa, haluais,
      toivota, hyväksy, tahdo, haluu, tahtoisi, halunnut, tarttis, kiinnosta enää, tarvii,
      tarvitsen, tarttee, haluisi, haluavani, toivoisi
    `,
    receive: words`
      vastaanottaa, saada, saa, ottaa vastaan, nähdä, kuulla, kuulla teistä, lukea, vastaanota,
      saatavan, vastaanottamaan, saavani, vastaanottavani, tulevan
    `,
    demands: words`
      unohtakaa numeroni, unohda numeroni, poista numeroni, poistakaa numeroni, hukatkaa numeroni,
      poistakaa minut, poista minut, estän teidät, estän numeron, estetty, estin,
      teen rikosilmoituksen, ilmoitan poliisille, teen valituksen, valitan, lopettakaa tämä,
      lopeta tämä, ottakaa minut pois, ota minut pois, ota mut pois, ottakaa mut pois,
      poistakaa tietoni, lopettakaa häirintä, minut pois, tämä on roskapostia, roskapostia,
      ilmoitan teidät, teen ilmoituksen, teen valituksen tietosuojavaltuutetulle,
      tietosuojavaltuutetulle, raportoin, ilmoitan tämän, tämä on spämmiä
    `,
    dismissals: words`
      jätä minut rauhaan, jättäkää minut rauhaan, jätä mut rauhaan, jättäkää rauhaan, anna olla,
      antakaa olla, rauhaan, haista vittu, haistakaa vittu, haista paska, haistakaa paska,
      painu helvettiin, painukaa helvettiin, painu vittuun, painukaa vittuun, vittuun siitä,
      häipykää, häivy, suksi vittuun, suksikaa vittuun, turpa kiinni, pää kiinni, älä häiritse,
      älkää häiritkö, menkää pois, mene pois, ei toivottu, lopettakaa kiusaaminen, anna mun olla,
      en halua tätä, en halua näitä, en tarvii tätä, poistakaa se, poista se, en jaksa enää,
      antakaa mun olla, saa riittää, nyt riittää, painukaa, painu, hus, hus pois, menkää muualle,
      mulle riittää, kyllästyttää, vituttaa, ei jaksa
    `,
    reasons: words`
      väärä numero, väärä nro, väärään numeroon, väärä henkilö, väärälle henkilölle,
      numero on väärä, teillä on väärä numero, ei kiinnosta, en ole kiinnostunut, ei kiinnostunut,
      kiinnostusta, ei kiinnosta enää, kuka olet, kuka tämä on, kuka siellä, keitä te olette,
      en tunne, olen jo sanonut, olen jo pyytänyt, pyysin jo, sanoin jo, monta kertaa, monesti,
      useasti, viimeinen kerta, viimeisen kerran, gdpr, tietosuoja, tietosuojavaltuutettu, poliisi,
      rikosilmoitus, asianajaja, huijari, huijaus, huijarit, laiton, laitonta, häirintää, spam,
      en ole asiakas, en ole enää asiakas, en ole tilannut, en ole pyytänyt, en ole liittynyt,
      kyllästynyt, väsynyt, on kuollut, kuoli, kuollut, menehtyi, menehtynyt, edesmennyt, muutin,
      muutin pois, olen muuttanut, muuttanut, numero vaihtunut, numero on vaihtunut,
      ei ole minun numero, ei oo mun numero, kuka tää on, kuka sä oot, kuka oot,
      mistä saitte numeroni, mistä teillä on numeroni, en ole se, mieheni on kuollut,
      vaimoni on kuollut, äitini on kuollut, isäni on kuollut, mieheni kuoli, vaimoni kuoli,
      äitini kuoli, isäni kuoli, mummoni on kuollut, mistä saitte mun numeron, mistä sait numeroni,
      kuka antoi numeroni, numero ei kuulu, tämä ei ole enää, kolmatta kertaa, kolmannen kerran,
      toisen kerran, sadatta kertaa, liikaa viestejä, liian monta, liian paljon, en ole ikinä,
      en ole koskaan, en antanut lupaa, ei lupaa, ei ole lupaa, ostin jo, en asu enää, ärsyttää,
      ärsyttävää, hermostuttaa, tämä on spämmiä, en ole ikinä liittynyt, en ole koskaan liittynyt,
      en ole rekisteröitynyt, en ole koskaan tilannut, en ole ikinä tilannut,
      en ole koskaan antanut lupaa
    `,
    keep: words`
      älä lopeta, älkää lopettako, älä poista, älkää poistako, älä peru, älkää peruko,
      älä peruuta, jatka lähettämistä, jatkakaa, jatkaa saamista, haluan jatkaa, en ole saanut,
      en saanut, ei tullut, ei ole tullut, ei tule, en saa, et saa enää, ette saa,
      haluan edelleen, en halua perua, en halua lopettaa, lähetä viesti, laita viesti,
      laita tekstari, lähetä tekstiviesti, laittakaa viesti, lähettäkää viesti, laita mieluummin,
      lähetä mieluummin, ei enää tule, ei tule enää, eivät tule enää, en ole enää saanut
    `,
    questions: words`
      milloin, koska, missä, mihin, miksi, mikä, mitä, kuka, paljonko, onko, oletko, oletteko,
      voinko, saanko, pitääkö, moneltako, bussi, juna, pysäkki, mistä, kuinka paljon, minkä
    `,
    how: words`miten, kuinka, miten voin`,
    limits: words`
      asti, saakka, kunnes, kun, tänään, huomenna, illalla, tänä iltana, yöllä, öisin,
      tällä viikolla, sen sijaan, mieluummin, näin myöhään, näin aikaisin, niin myöhään, jos,
      paitsi, jälkeen, ennen, toistaiseksi, juuri nyt, töissä, maanantaina, sunnuntaina,
      lauantaina, viikonloppuna, väliaikaisesti, aamulla, tähän aikaan, varaus, varaukseni, ajan
    `,
    subjects: words`minä, hän, se, he, me, joku, kukaan, bussi, sinä`,
    articles: words`viikon, kuun, vuoden`,
    others: words`
      hänelle, heille, kaikille, äidille, vaimolleni, miehelleni, pojalleni, ihmisille, sinulle,
      teille, häntä, teitä, sua, sulle
    `,
    joins: words`ja, mutta, tai, koska, joten, sillä, muuten, myös, sekä, vaan, siksi`,
    light: words`
      minä, mä, te, teidän, teiltä, teidät, sinä, sinun, minun, mun, me, meidän, se, ne, tämä, tätä,
      tää, näitä, nämä, näiden, noita, niitä, sellaisia, tällaisia, tälläisiä, nyt, heti,
      välittömästi, kiitos, jo, edes, vain, ihan, oikeasti, todella, tosiaan, vittu, vitun, perkele,
      perkeleen, saatana, saatanan, helvetti, helvetin, jumalauta, hitto, hiton, paska, paskat,
      idiootit, idiootti, typerät, ärsyttävät, ärsyttäviä, typeriä, kaikki, kaikkia, kaikista,
      jokainen, koko ajan, jatkuvasti, päivittäin, joka päivä, mitään, yhtään, mikään, muita,
      paljon, liikaa, voitko, voitteko, voisitko, voisitteko, voiko, voisiko, haluan, haluaisin,
      haluan että, vaadin, vaadin että, pyydän, pyydän että, pyytäisin, toivon, toivon että, että,
      olla, on, ole, olen, ovat, olisi, pitää, täytyy, tulee, yritys, firma, ok, hei, ihmiset,
      ei toivottuja, turhia, turhat, kaupallisia, tällä, tähän, siitä, puhelimeeni, kautta,
      tai mitään, hyvä, enkä, tuota, noi, nuo, teiltä mitään, yhtä, välitön, jooko, roskaa, mainos,
      nojalla, mukaan, mukaisesti, perusteella, gdpr n, pääsen, pääsee, pääsisin, pois, kiltti,
      kuulkaa, hei nyt, nyt vihdoin, vihdoin, tajuatteko, oikeus, enempää, jumalan tähden, kaveri,
      ystävällisesti, sit, sitten, toi, tuo, noihin, näihin, näistä, tarkoituksiin, tarkoitukseen,
      käyttö, käyttöä, käyttämästä, kanssa, eroon, tällaisten, pysyvästi, lopullisesti,
      kiireellisesti, pikaisesti, mahdollisimman pian, kolmatta kertaa, toista kertaa pyydän,
      kolmannen kerran, toisen kerran, sadatta kertaa, toistan, herran tähden, luojan tähden,
      asioita, juttuja, häiritseviä, häiritsevät, ei haluttuja, ikuisesti, joka kerta, koko päivän,
      päivästä toiseen, muut, muuta, mistään, mitään muuta, ettette, ettei, etten, saavani,
      haluavani, haluais, haluisin, enempi, noista, näille, tässä, ihan oikeesti, oikeesti,
      aikuisten oikeesti, hei haloo, haloo, voisi, voinette, voinko, pystyttekö, välittömästi tästä,
      jotain, mitäkään, ollenkaan, lainkaan, täysin, täydellinen, sanoin, sanoin että,
      sanoin jo että, pyysin, pyysin että,
      tänne, kahdesti, kaksi kertaa
    `,
    verbLast: true,
  },
  answers: {
    confirmation: (brand, ofAll) =>
      ofAll
        ? `${brand}: Tilaus on peruttu, et saa enää viestejä. Takaisin pääset vastaamalla START.`
        : `${brand}: Et saa enää näitä viestejä. Takaisin: START. Kaikkien viestien lopetus: STOP ALL.`,
    help: (brand, helpText) =>
      `${brand}: ${helpText === '' ? '' : `${helpText} `}Lopeta viestit vastaamalla STOP.`,
    footer: 'Lopeta viestit vastaamalla STOP',
  },
});
