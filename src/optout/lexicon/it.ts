/**
 * Italian. No published list was found; STOP, BASTA, CANCELLA and DISISCRIVIMI are what people write, and
 * a speaker should look again. Misspellings: accents left out, "nn" for non.
 */
import type { Lexicon } from './lexicon.js';
import { words } from './words.js';

export const it = (): Lexicon => ({
  language: 'it',
  keywords: {
    stop: words`
      stop, basta, basta così, cancella, cancellami, cancellatemi, cancellazione, cancellare,
      cancellarmi, disiscrivi, disiscrivimi, disiscrivetemi, disiscrizione, disiscrivermi,
      disiscrivere, disattiva, disattivare, disattivazione, disattivate, annulla, annullare,
      annulla iscrizione, annullamento, rimuovi, rimuovimi, rimuovetemi, rimuovere, rimozione,
      elimina, eliminami, eliminatemi, eliminare, ferma, fermare, fermatevi, interrompere,
      interrompi, smettila, smettetela, smetti, smettete, non più, esci, uscire, recesso, recedo,
      revoca, revoco, disdetta, disdire, disdici, no pubblicità, stop pubblicità, stop sms,
      stop messaggi, blocca, bloccare, rinuncio, disabbonami, disabbonare, mi cancello,
      opposizione, termina, terminare, sospendere
    `,
    stopAll: words`stop tutto, basta tutto, cancella tutto, annulla tutto`,
    misspelt: words`
      cancelami, canccella, cancela, disicrivimi, disiscrivi mi, bsta, baasta, stopp, anulla,
      disinscrivimi, disiscriviti, disinscriviti, disinscrivi, smetila, disicriversi, disiscriversi
    `,
    ordinary: words`annullo, cancello, termino, eliminò, ferrare, contratto, contratti`,
    start: words`
      riprendi, riprendere, inizia, iniziare, ricomincia, iscrivimi, iscriviti, iscrivi, riattiva,
      attiva, riattivare, riprendete
    `,
    help: words`aiuto, aiutami, informazioni, assistenza`,
    polite: words`
      per favore, perfavore, per piacere, x favore, xfavore, pf, cortesemente, gentilmente,
      per cortesia, grazie, grazie mille, graz, grz, molte grazie, tante grazie, ciao, salve,
      buongiorno, buonasera, buona sera, buona giornata, scusa, scusate, scusi, mi dispiace,
      subito, adesso, ora, immediatamente, no grazie, ok, signori, gentili signori,
      distinti saluti, cordiali saluti, saluti, prego, vi prego, ti prego, la prego
    `,
    beside: words`
      questo, questi, tutto questo, cazzo, davvero, porca miseria, voglio, messaggi, sms,
      pubblicità, mi, me, dai, vorrei, però, maledizione
    `,
    all: words`tutto, tutti, tutte`,
    connectors: words`e, o`,
  },
  grammar: {
    end: words`
      stop, basta, basta con, basta di, smetti, smettere, smettete, smetta, smettetela, smettila,
      smettila di, smettetela di, smettetela con, finitela, finitela di, piantatela,
      piantatela di, piantala, piantala di, interrompere, interrompete, interrompi, interrompa,
      cessate, cessare, annulla, annullare, annullate, sospendere, sospendete, sospendi, sospenda,
      ferma, fermate, fermare, disattiva, disattivare, disattivate, disattivi, terminate, evitate,
      evitare, evita, evitate di, eviti di, stoppare, stoppate, stoppa, cancella, cancellate,
      cancellare, disdire, disdici, disdite, bloccate, blocca, bloccare, smettereste, finiamola,
      finiscila, finiscila di, la smettete, la smetti, la smetta, la finite, finitela con,
      finiscila con, finiamola con, piantatela con, piantala con, smettila con, finirla, smetterla,
      smetterla di, chiudete, chiudere, vi diffido dall, vi diffido dal, diffido, vi diffido,
      volete smettere, la volete smettere, la vuoi smettere, vuoi smetterla, volete smetterla,
      non ne posso più di, non ne posso più dei, non ne posso più delle, stufo di, stufa di,
      stufo dei, stufa dei, liberarmi di, liberarmi da, liberarmi dai, stanco di, stanca di,
      di smetterla, di smettere, che smettiate, smettiate, smetteste, di piantarla, di finirla,
      che la smettiate, che la smetta
    `,
    leave: words`
      disiscriv*, disiscrizione, disiscritto, disinscriv*, cancellarmi, mi cancello, mi disiscrivo,
      annullare iscrizione, annulla iscrizione, annullare l iscrizione, annullate l iscrizione,
      annulla la mia iscrizione, annullare la mia iscrizione, cancella iscrizione,
      cancellate la mia iscrizione, cancellare l iscrizione, disabbon*, disdetta,
      revoco il consenso, revoca del consenso, revocare il consenso, revoco, ritiro il consenso,
      ritiro il mio consenso, revoco il mio consenso, mi oppongo, nego il consenso,
      non ho dato il consenso, non do il consenso, non autorizzo, non ho autorizzato, voglio uscire,
      recesso, mai autorizzato, mai dato il consenso, voglio cancellarmi, vorrei cancellarmi,
      non acconsento, ritiro l autorizzazione, revoco l autorizzazione, revoco ogni consenso,
      ritiro consenso, negato consenso, desidero disiscrivermi, voglio essere cancellato,
      voglio essere cancellata, voglio essere rimosso, voglio essere rimossa, rinuncio, rinuncio al,
      rinuncio alla, rinuncia al, rinuncia, cancellazione dal servizio, cancellazione del servizio,
      recedere, recedere dal, recedo dal, esco dalla lista, uscire dalla lista,
      smettere di ricevere, non essere più contattato, non essere più contattata,
      non essere più disturbato, non essere più disturbata, di non essere più contattato,
      di non essere più contattata, revocare, disattivazione del, disattivare il servizio, disdico,
      disdetta del, disdetta dal, annullare l iscrizione agli sms
    `,
    remove: words`
      cancella, cancellami, cancellatemi, cancellate, cancellare, cancelli, mi cancelli,
      mi cancelliate, cancellarmi, rimuovi, rimuovimi, rimuovetemi, rimuovete, rimuovere, rimuova,
      rimuovermi, rimuoviate, togli, toglimi, toglietemi, togliete, togliere, tolga, togliermi,
      mi tolga, mi togliete, elimina, eliminami, eliminatemi, eliminate, eliminare, elimini,
      eliminarmi, levami, levatemi, leva, levate, levare, levarmi, depenna, depennatemi,
      depennami, bloccate, blocca, escludetemi, escludi, escludimi, scordatevi, dimenticate,
      fuori da, fuori dalla, cancellazione, rimozione, tiratemi fuori, tirami fuori, cassare,
      depennare, depennatelo, cancellatelo, toglietelo, eliminatelo, rimuovetelo, la cancellazione,
      la rimozione, l eliminazione, cancelliate, togliate, rimuoviate il, eliminiate, cancellaste,
      toglieste,
      rimosso, rimossa, cancellato, cancellata, essere rimosso, essere cancellato
    `,
    write: words`
      scrivere, scrivermi, scrivetemi, scrivete, scrivimi, scrivi, scriva, scriviate, scrivere mi,
      contattare, contattarmi, contattatemi, contattate, contattarci, contattateci, contatti,
      mi contatti, chiamare, chiamarmi, chiamatemi, chiamate, chiami, disturbare, disturbarmi,
      disturbatemi, disturbate, disturbi, disturbarci, disturbate mi, molestare, molestarmi,
      molestate, scocciare, scocciarmi, scocciate, rompere, rompermi, rompete, rompere le palle,
      rompere le scatole, rompere i coglioni, rompete le palle, messaggiare, messaggiarmi,
      infastidire, infastidirmi, infastidite, assillare, assillarmi, assillate, tormentare,
      tormentarmi, tormentate, spammare, spammarmi, importunare, importunarmi, importunate,
      stressare, stressarmi, stressate, notificare, cercare, cercatemi, cercarmi, bombardare,
      bombardarmi, seccare, seccarmi, telefonare, telefonatemi, rompetemi, rompermi le,
      contattarmi mai, scriveste, contattiate, chiamiate
    `,
    send: words`
      inviare, inviarmi, inviatemi, inviate, inviami, invii, inviarci, inviateci, mandare,
      mandarmi, mandatemi, mandate, mandami, mandi, mandiate, inviiate, mandarci, spedire,
      spedirmi, invio, invii di, gli invii, l invio, recapitare, inoltrare, inviarmene,
      mandarmene, mandatemene, inviatemene, inviaste, mandaste, inviiate più
    `,
    messages: words`
      messaggio, messaggi, messagi, mess, messaggini, messaggino, msg, msgs, sms, pubblicità,
      pubblicita, promozioni, promozione, promo, notifiche, notifica, avvisi, avviso, annunci,
      offerte, offerta, comunicazioni, comunicazione, newsletter, mail, email, spam, reclame,
      sollecitazioni, pubblicitari, promemoria, comunicazioni commerciali, contatti, alert,
      schifezze, cazzate, stronzate, marketing, sms pubblicitari, offerte commerciali,
      iscrizione sms, pubblicitario, sms promozionali, mess pubblicitari, volantini, servizio sms,
      servizio messaggi, servizio di sms, sconti, buoni sconto, coupon, inviti, sondaggi, cataloghi,
      novità, chiamate, telefonate, messaggistica, sms vari, roba pubblicitaria, avvisi commerciali,
      l iscrizione, iscrizione agli sms, ricezione messaggi, ricezione sms, ricezione di messaggi,
      ricezione di sms, la ricezione, agli sms, campagne
    `,
    list: words`
      lista, liste, elenco, elenchi, database, data base, archivio, archivi, rubrica,
      mailing list, banca dati, sistema, sistemi, contatti, iscrizione, lista contatti,
      lista di distribuzione, indirizzario, registro, newsletter, gruppo, anagrafica,
      lista clienti, servizio, abbonamento
    `,
    mine: words`
      mi, me, ci, il mio numero, mio numero, questo numero, numero, num, mio nome, il mio nome,
      nome, i miei dati, miei dati, dati, mio contatto, il mio contatto, contatto, mio cellulare,
      cellulare, cell, mio cell, telefono, mio telefono, mio nominativo, nominativo, noi, utenza,
      cancellami, cancellatemi, mi cancelli, mi cancelliate, cancellarmi, rimuovimi, rimuovetemi,
      rimuovermi, toglimi, toglietemi, togliermi, mi tolga, mi togliete, eliminami, eliminatemi,
      eliminarmi, levami, levatemi, levarmi, depennatemi, depennami, escludetemi, escludimi,
      dati personali, i miei dati personali, non è più il numero di, non è il numero di,
      questo numero non è più di, questo numero non è di, non è più il numero del, non è più di,
      non è più il telefono di, non mi, a questo numero, al mio numero, su questo numero,
      sul mio cellulare, sul mio telefono,
      telefono di lavoro, numero di lavoro, cellulare di lavoro
    `,
    not: words`non, nn, mai, non mi, mai più, né, nemmeno, no`,
    no: words`
      nessun, nessuna, nessuno, niente, basta, no, senza, zero, niente più, stop, mai più,
      non più, basta con, no a, no alla, nn più
    `,
    more: words`
      più, piu, mai più, mai piu, di nuovo, ancora, ulteriori, ulteriormente, altri, altre, altro,
      in futuro, d ora in poi, mai, nuovamente, non più, nn piu, nn più, nessun altro,
      d ora in avanti, in avvenire,
      oltre
    `,
    want: words`
      voglio, vogliamo, desidero, vorrei, interessa, mi interessa, interessano, mi interessano,
      gradisco, intendo, ho bisogno, ho chiesto, chiesto, richiesto, ho richiesto, ho autorizzato,
      sono interessato, sono interessata, interessato, interessata, vogl, desideriamo, accetto,
      ho voglia di, servono, mi servono, serve, mi serve
    `,
    receive: words`
      ricevere, riceverne, riceverli, riceva, ricevo, riceverli più, essere contattato,
      essere contattata, essere disturbato, essere disturbata, essere chiamato, avere, sentirvi,
      sentire, vedere, essere importunato, averne, sapere niente, sapere nulla, ricevre,
      riceverle, leggere, essere più contattato
    `,
    demands: words`
      dimenticate il mio numero, dimentica il mio numero, cancellate il mio numero,
      cancella il mio numero, perdete il mio numero, vi blocco, ti blocco, la blocco, vi denuncio,
      ti denuncio, la denuncio, bloccato, bloccati, sto bloccando, vi segnalo, vi sto segnalando,
      fatela finita, falla finita, toglietemi, toglimi, levatemi, depennatemi, non insistete,
      non insistere, non insista, smettetela, smettila, è spam, questo è spam,
      vi denuncio al garante, segnalo al garante, vi segnalo al garante, faccio denuncia,
      farò denuncia, segnalati
    `,
    dismissals: words`
      lasciatemi in pace, lasciami in pace, mi lasci in pace, lasciateci in pace, in pace,
      lasciatemi stare, lasciami stare, lasciatemi perdere, lasciami perdere, andate a cagare,
      vai a cagare, vaffanculo, fanculo, andate a quel paese, vai a quel paese, andatevene,
      vattene, sparite, sparisci, levatevi, levati, non rompete, non rompere,
      non rompete le palle, non rompete i coglioni, che palle, zitti, stai zitto, state zitti,
      chiudete il becco, andate al diavolo, non disturbate, non disturbare, non disturbi,
      non scocciate, toglietevi dalle palle, non gradito, indesiderato, avete rotto, hai rotto,
      mi avete rotto, avete stancato, mi avete stancato, mi avete stufato, cancellatelo, cancellalo,
      toglietelo, eliminatelo, rimuovetelo, che due palle, due palle, non lo voglio,
      non voglio questo, non voglio questa roba, mi avete scocciato, avete scocciato,
      fatevi una vita, toglietevi dai piedi, levatevi dai piedi, andate a farvi friggere, vaffa,
      che rottura, che scatole, che barba, non se ne può più, lasciate perdere, e basta
    `,
    reasons: words`
      numero sbagliato, ha sbagliato numero, hai sbagliato numero, avete sbagliato numero,
      avete sbagliato, ha sbagliato, persona sbagliata, numero errato, sbagliato persona,
      non sono io, non mi interessa, non interessa, non sono interessato, non sono interessata,
      non interessato, non interessata, nessun interesse, non mi interessano,
      non mi interessa più, chi sei, chi siete, chi è, non vi conosco, non ti conosco,
      ve l ho già detto, già detto, già chiesto, l ho già detto, ho già detto, più volte,
      mille volte, ultima volta, tante volte, garante, garante privacy, privacy, gdpr, denuncia,
      avvocato, polizia, truffa, truffatori, spam, stalking, illegale, non sono più cliente,
      non sono vostro cliente, mai iscritto, mai iscritta, non mi sono iscritto,
      non mi sono mai iscritto, stufo, stufa, stanco, stanca, scocciato, non ho chiesto,
      non ho mai chiesto, che palle, ho cambiato numero, è morto, è morta, è deceduto, è deceduta,
      è mancato, è mancata, deceduto, deceduta, defunto, defunta, mi sono trasferito,
      mi sono trasferita, trasferito, trasferita, ho traslocato, non è più il numero di,
      non è più di, codice privacy, come avete avuto il mio numero, chi vi ha dato il mio numero,
      chi parla, mio marito è morto, mia moglie è morta, mia madre è morta, mio padre è morto,
      mio marito è deceduto, mia madre è deceduta, mio padre è deceduto, mia moglie è deceduta,
      mio padre è mancato, mia madre è mancata, mia nonna è morta, mio nonno è morto,
      non è il numero di, questo numero non è più di, questo numero non è di,
      non è più il numero del, non è più il telefono di, chi ti ha dato il mio numero,
      dove avete preso il mio numero, come avete il mio numero, terza volta, seconda volta,
      per la terza volta, ennesima volta, troppi messaggi, troppi sms, troppe, troppi,
      mi hanno stufato, ho già comprato, non abito più, non sono cliente, mai stato cliente,
      mai stata cliente, mai dato il mio numero, è spam, non mi sono mai registrato,
      non mi sono registrato, mai registrato, mai registrata, mai abbonato, mai abbonata,
      mai richiesto
    `,
    keep: words`
      non smettere, non smettete, non fermatevi, non cancellatemi, non cancellarmi,
      non cancellate, non rimuovetemi, non rimuovermi, non voglio cancellarmi, non disiscrivermi,
      continuate, continua, continuare a ricevere, voglio continuare, non annullate,
      non interrompete, non ricevo, non ho ricevuto, non arrivano, non mi arrivano, non mi arriva,
      non mi è arrivato, riceverai, riceverà, lei non riceverà, non voglio disiscrivermi
    `,
    questions: words`
      quando, dove, perché, perche, xké, xche, quale, quali, chi, cosa, che cosa, quanto, quanti,
      a che ora, posso, devo, fermata, avete, c è, fino a quando, è, che ora, ma perché, hai
    `,
    how: words`come, come faccio a, come posso, come si fa a, come si fa per`,
    limits: words`
      fino, fino a, finché, mentre, oggi, domani, stasera, stanotte, questa settimana, invece,
      piuttosto, di notte, la notte, la sera, a quest ora, così tardi, così presto, quando, se,
      tranne, salvo, dopo, prima, per ora, per adesso, per il momento, al lavoro, lunedì,
      domenica, sabato, in vacanza, alle
    `,
    subjects: words`
      io, lui, lei, egli, noi, loro, si, mi, qualcuno, nessuno, che si, tu, ci, voi non
    `,
    articles: words`
      il, lo, la, un, una, al, alla, alle, del, della, prossima, prossimo, ultima, l, mio, nella,
      in, le, di
    `,
    others: words`
      gli, le, loro, a tutti, mia madre, mio figlio, mia moglie, mio marido, mio marito, a lui,
      a lei, tutti, lo, la, la gente, ti, vi
    `,
    joins: words`
      e, ma, o, perché, quindi, poi, però, inoltre, anche, altrimenti, sennò, oppure, dato che,
      visto che, ed, xké
    `,
    light: words`
      io, tu, lei, voi, vi, ti, mi, ci, ne, si, il, lo, la, l, i, gli, le, un, uno, una, di, d, del,
      dei, degli, della, delle, dell, da, dal, dai, dalla, dalle, dall, a, al, ai, alla, alle, in,
      nel, nella, nei, con, per, x, su, sul, sulla, sui, questo, questa, questi, queste, quest,
      quei, quelli, tale, tali, codesti, mio, mia, miei, mie, vostro, vostra, vostri, vostre, tuo,
      tua, tuoi, tue, suo, sua, suoi, sue, che, ke, tutto, tutti, tutta, tutte, ogni, qualsiasi,
      qualunque, nulla, niente, davvero, proprio, troppo, troppi, troppe, tanti, sempre, già, ora,
      adesso, subito, sto, è, sono, essere, avete, ho, fare, fate, fai, faccia, potete, potreste,
      puoi, potresti, può, potrebbe, mi potete, vi chiedo di, vi chiedo, le chiedo di, chiedo di,
      chiedo, ti chiedo di, esigo, pretendo, richiedo, voglio che, vorrei che, voglio, vorrei,
      desidero, desidero che, vogliate, voglia, si prega di, prego di, siete pregati di,
      la prego di, vi prego di, per l amor di dio, dio, cazzo, cazzi, cazzo di, porca,
      porca puttana, miseria, merda, merde, stronzi, stronzo, coglioni, bastardi, idioti, maledetti,
      deficienti, imbecilli, rompicoglioni, rompipalle, palle, minchia, ma, eh, oh, mamma mia,
      commerciali, commerciale, pubblicitari, pubblicitarie, promozionali, indesiderati,
      indesiderate, inutili, continui, continue, genere, tipo, di questo tipo, del genere, parte,
      da parte vostra, vostra parte, fastidiosi, quotidiani, azienda, una volta, una buona volta,
      volta, volte, immediato, definitivamente, tramite, via, qui, stupidi, stupide, continuo, sti,
      ste, ai sensi del, ai sensi dell, ai sensi di, ai sensi, in base al, in base alla,
      in conformità, trattamento, al trattamento, personali, diritto, richiesta, mammamia, ragazzi,
      secondo la legge, secondo il, volete, vuole, vuoi, finalità, fini, scopi, per finalità,
      volete per favore, uso, utilizzo, d uso, chiedere, immediata, immediate, definitiva,
      definitivo, urgente, urgentemente, terza volta, seconda volta, per la terza volta,
      ennesima volta, per l ennesima volta, roba, cose, cosa, robaccia, indesiderata, non richiesti,
      non richieste, non desiderati, per l amor del cielo, santo cielo, per carità, al servizio,
      il servizio, servizio, senza sosta, ogni giorno, tutti i giorni, di continuo,
      in continuazione, continuamente, a qualsiasi ora, ancora una volta, ripeto, lo ripeto,
      mannaggia, accidenti, cavolo, dai su, insomma, finalmente, gente, amici, altro, altre, altri,
      alcun, alcuna, alcuno, nessun tipo di, essere più, agli, potrebbero, vorreste, volesse,
      sareste così gentili, qualcosa, qualunque cosa, alcunché, totale, ricezione, detto di,
      già detto, vi ho, ti ho, le ho,
      due volte, tre volte
    `,
  },
  answers: {
    confirmation: (brand, ofAll) =>
      ofAll
        ? `${brand}: iscrizione annullata, non riceverà più messaggi. Per riceverli di nuovo risponda START.`
        : `${brand}: non riceverà più questi messaggi. START per riceverli di nuovo, STOP ALL per annullare tutto.`,
    help: (brand, helpText) =>
      `${brand}: ${helpText === '' ? '' : `${helpText} `}Per non ricevere altri messaggi risponda STOP.`,
    footer: 'Per non riceverne altri rispondi STOP',
  },
});
