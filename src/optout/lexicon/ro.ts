/**
 * Romanian. No published list was found; STOP and DEZABONARE are what people write, and a speaker should
 * look again. Misspellings: diacritics left out, as nearly everyone does, and the answers do.
 */
import type { Lexicon } from './lexicon.js';
import { words } from './words.js';

export const ro = (): Lexicon => ({
  language: 'ro',
  keywords: {
    stop: words`
      stop, stopați, stopeaza, dezabonare, dezabonați, dezabonați mă, dezabonează mă, dezabonez,
      mă dezabonez, dezaboneaza, dezabonati ma, dezabonat, oprește, opriți, oprire, opriți vă,
      oprește te, oprește mesajele, anulare, anulează, anulați, șterge, ștergeți, șterge mă,
      ștergeți mă, ștergere, renunț, renunțare, încetați, încetează, destul, ajunge,
      gata cu mesajele, sfârșit, ieșire, scoate mă, scoateți mă, elimină, eliminați, retrag,
      refuz, nu mai vreau, termină, terminați, blochează, reziliere, reziliez, încheiere,
      nu doresc, ma dezabonez, retragere, stop sms
    `,
    stopAll: words`stop tot, stop toate, anulează tot, dezabonare totală, opriți tot`,
    misspelt: words`
      dezabonari, dezbonare, desabonare, dezaboare, dezaborare, dezabonarea, opreste, stopp,
      dezabonre
    `,
    ordinary: words`abonez, anulat, oprit, contract, contracte`,
    start: words`începe, reluare, reia, abonează mă, continuă, reabonare, pornire, abonare`,
    help: words`ajutor, informații`,
    polite: words`
      vă rog, va rog, te rog, rog, vă rog frumos, va rog frumos, te rog frumos, mulțumesc,
      multumesc, mersi, mersi mult, mulțumesc mult, mulțumesc anticipat, merci, ms, bună,
      bună ziua, buna ziua, bună seara, salut, scuze, scuzați, îmi pare rău, acum, imediat,
      de urgență, nu mulțumesc, nu mersi, ok, domnule, doamnă, cu stimă, o zi bună, frumos, urgent
    `,
    beside: words`
      asta, aceasta, acest, odată, dracului, drace, naibii, vreau, mesaje, mesajele, sms, sms uri,
      reclame, mă, ma, eu, doresc, acestea
    `,
    all: words`tot, toate, complet`,
    connectors: words`și, sau`,
  },
  grammar: {
    end: words`
      stop, oprește, opriți, opri, să opriți, să opresti, opriți vă, oprește te, opriti va,
      încetați, încetează, să încetați, încetezi, terminați, termină, terminați cu, termină cu,
      ajunge, ajunge cu, destul, destul cu, gata, gata cu, anulează, anulați, anulare, anula,
      sistați, sistează, întrerupeți, dezactivați, dezactivează, dezactivare, lăsați, lasă,
      suspendați, renunțați, renunță, potoliți vă, oprirea, încetarea, stopați, evitați, evita,
      terminați o, încetați cu, incetati cu, gata odată, opriți odată, stopati, inceteaza cu,
      terminati o, scap de, scăpa de, să scap de, scap, sătul de, sătulă de, m am săturat de,
      mam saturat de, înceta, înceta cu, incetati cu mesajele, opriți cu, a opri, opriți serviciul,
      sătul, sătulă, m am saturat, gata odată cu, terminați odată, opriți odată cu, hai gata cu,
      renunță la, să încetați cu, opriți trimiterea, stopati cu, satula de, satul de, să terminați,
      ați înceta
    `,
    leave: words`
      dezabonare, dezabonați mă, dezaboneaza ma, dezabonează mă, dezabonați, dezabonează,
      mă dezabonez, dezabonez, dezabon*, să mă dezabonez, vreau să mă dezabonez,
      anulare abonament, anulați abonamentul, anulare abonare, retrag consimțământul,
      îmi retrag consimțământul, îmi retrag acordul, retrag acordul, îmi retrag acceptul,
      nu sunt de acord, nu mi am dat acordul, nu am dat acordul, nu mi am dat consimțământul,
      mă opun, vreau să ies, reziliere, renunț la, vreau să renunț, renunțare,
      retrag consimțământul meu, retrag acordul meu, îmi retrag, revoc consimțământul,
      îmi revoc consimțământul, îmi revoc acordul, revoc acordul, mă opun prelucrării,
      doresc să mă dezabonez, doresc dezabonarea, vreau afară, nu consimt, nu am consimțit,
      renunț la serviciul, renunț la serviciu, renunț, renunt, vreau să renunț la, reziliez,
      reziliez serviciul, anulez abonarea, anulez abonamentul, anulez, dezactivez, n am dat acordul,
      nu mi am dat niciodată acordul, n am dat niciodată acordul, nu mi am dat niciodata acordul,
      nu accept, anularea abonării, anularea abonamentului, să anulez abonarea,
      să anulez abonamentul
    `,
    remove: words`
      șterge, ștergeți, să ștergeți, să mă ștergeți, ștergeți mă, șterge mă, ștergeti ma, sterge ma,
      ștergere, ștergerea, scoate, scoateți, să mă scoateți, scoate mă, scoateți mă, scoateti ma,
      scoate ma, scoaterea, elimină, eliminați, eliminați mă, eliminarea, radiați, radiază, uitați,
      uită, blochează, blocați, excludeți, excludeți mă, tăiați, retrageți, dați mă afară,
      scoatețimi, stergeti mi, ștergeți l, șterge l, scoateți l, eliminați l, radierea, stergetima,
      ștergeți odată, scoateți numărul meu, ștergerea imediată, să mi ștergeți, să eliminați,
      ștergeți mi
    `,
    write: words`
      scrieți, scrie, scriți, scriu, scrieti, să mă scrieți, deranja, deranjați, deranjezi,
      să mă deranjați, contacta, contactați, contactezi, să mă contactați, suna, sunați,
      sunați mă, suni, hărțui, hărțuiți, hărțuirea, spama, spamați, bombarda, bombardați,
      plictisi, plictisiți, enerva, enervați, agasa, agasați, tracasa, insista, insistați, streșa,
      stresa, stresați, cauta, căutați, deranjarea, mesaja, contactarea, apela, apelați, freca,
      scrieți mi, scrie mi, scriți mi, mă mai contacta, contactat, sâcâi, sâcâiți
    `,
    send: words`
      trimite, trimiteți, trimiteti, trimiți, trimiteți mi, trimite mi, trimiteti mi,
      să trimiteți, să îmi trimiteți, să mi trimiteți, trimiterea, trimis, trimitem, expedia,
      expediați, transmite, transmiteți, primesc de la voi, trimiterii, trimiteți îmi, mi trimite,
      trimiteți mi mai, trimițând, expedierea, primit
    `,
    messages: words`
      mesaj, mesaje, mesajele, mesajul, mesajelor, mesage, mesagele, sms, sms uri, smsuri,
      sms urile, smsurile, sms ul, reclame, reclama, reclamă, reclamele, publicitate, notificări,
      notificari, notificare, notificările, oferte, ofertă, ofertele, promoții, promotii,
      promoțiile, newsletter, newslettere, spam, spamuri, anunțuri, mailuri, emailuri, alerte,
      comunicări comerciale, comunicări, comunicari, marketing, prostii, tâmpenii, rahaturi,
      memento, abonament, apeluri, informări, texte, spamul, spamurile, promotie, promotiile,
      promoție, publicitatea, publicitatii, publicității, notificarile, sms urilor, reclamelor,
      abonarea, informarile, ofertelor, sms ului, mesaje publicitare, abonare, serviciul sms,
      reduceri, reducerile, cupoane, sondaje, invitații, cataloage, noutăți, telefoane, apelurile,
      mesajelor dvs, mesagerie, reclame sms, promotii sms, newsletterul, newsletterele
    `,
    list: words`
      listă, lista, liste, listei, listele, lista voastră, lista dvs, bază, baza, baza de date,
      bazei de date, bazele de date, sistem, sistemul, evidențe, evidență, agendă, agenda,
      contacte, lista de contacte, registru, abonament, abonații, grup, grupul,
      lista de distribuție, lista de abonați, program, newsletter, lista de mailing,
      lista de abonare
    `,
    mine: words`
      mă, ma, mi, îmi, imi, mie, mine, pe mine, ne, nouă, numărul meu, numarul meu, acest număr,
      numărul, numarul, număr, nr meu, nr, numărul de telefon, telefonul meu, telefon, telefonul,
      numele meu, numele, datele mele, date, datele, contactul meu, mobilul, nr de telefon,
      ștergeți mă, șterge mă, ștergeti ma, sterge ma, scoate mă, scoateți mă, scoateti ma,
      scoate ma, eliminați mă, excludeți mă, stergeti mi, datelor mele, datelor,
      datele mele personale, datelor personale, datele personale, datelor cu caracter personal,
      numărului meu, numarului meu, nu mai e numărul lui, nu mai este numărul lui, nu e numărul lui,
      nu este numărul lui, nu e numărul, nu mai e numărul, nu mi, nu mă, nu îmi, nu mă mai,
      nu mi mai, să nu mă mai, să nu mi mai, nu îmi mai, pe acest număr, la acest număr,
      pe numărul meu, la numărul meu, cu mine
    `,
    not: words`
      nu, niciodată, nu mai, nu ma, nu mă mai, nu mă, nu mi, nu mi mai, nici, să nu, să nu mai,
      să nu mă mai, să nu mi mai, nu îmi, nu îmi mai, niciodata, fără, nu ne mai, n am, n aș,
      n avem, nu am nevoie de, n am nevoie de, n am nevoie
    `,
    no: words`
      fără, niciun, nici un, nicio, nici o, gata cu, destul cu, ajunge cu, ajunge, zero, gata,
      fara, fara alte, fără alte
    `,
    more: words`
      mai, altă dată, alte, alt, din nou, niciodată, pe viitor, în viitor, iar, vreodată,
      de acum înainte, alte dăți, ulterioare, niciodata, mai multe, nu mai, nu mă mai, nu mi mai,
      să nu mai, să nu mă mai, nu îmi mai, viitoare, fara alte, fără alte, alta data, vreodata, încă
    `,
    want: words`
      vreau, doresc, doresc să, vreau să, interesează, mă interesează, interesat, interesată,
      am nevoie, nevoie, dorim, vrem, am cerut, am solicitat, cerut, sunt interesat,
      sunt interesată, accept, mi am dat acordul, interesez, intereseaza, vreu, nu am nevoie de,
      n am nevoie de, n am nevoie, vroiam, am chef, chef
    `,
    receive: words`
      primi, primesc, să primesc, sa primesc, recepționa, să recepționez, vedea, să văd, auzi,
      să aud, fi contactat, să fiu contactat, să fiu contactată, să fiu deranjat,
      să fiu deranjată, fiu deranjat, primirea, avea, citesc
    `,
    demands: words`
      uitați numărul meu, uită numărul meu, ștergeți numărul meu, șterge numărul meu,
      ștergeți mi numărul, șterge mi numărul, pierdeți numărul meu, vă blochez, te blochez,
      v am blocat, am blocat, blocat, fac plângere, voi face plângere, depun plângere, vă reclam,
      vă dau în judecată, vă raportez, reclam la anpc, scoateți mă, scoate mă, opriți asta,
      terminați cu asta, să nu mai primesc, nu mai insistați, eliminați mă, ștergeți mă,
      puteți să nu mi mai scrieți, puteți să nu mai scrieți, se poate să nu mi mai scrieți,
      puteți să nu mai trimiteți, e spam, este spam, vă raportez ca spam, raportez spam,
      vă reclam la anspdcp, fac reclamație, depun reclamație, o să vă reclam, am să vă reclam,
      te raportez
    `,
    dismissals: words`
      lăsați mă în pace, lasă mă în pace, lasati ma in pace, lasa ma in pace, lăsați mă, lasă mă,
      în pace, in pace, duceți vă dracului, du te dracului, dute dracului, duceți vă naibii,
      du te naibii, du te n pula mea, du te în pula mea, sictir, valea, dispari, dispăreți,
      cară te, cărați vă, plecați, pleacă, tăceți, taci, taci din gură, gura, ia liber,
      nu mă deranjați, nu ma deranjati, nu mă deranja, scutiți mă, scutește mă, mai lăsați mă,
      nedorite, slăbiți mă, slăbește mă, m ați înnebunit, m ați disperat, ștergeți l, șterge l,
      ștergeți asta, nu vreau asta, nu vreau așa ceva, nu doresc asta, hai gata, gata, ajunge,
      mă enervați, dați pace, dați mi pace, lăsați, terminați odată, duceți vă, haideți gata,
      m am săturat, nu mai vreau nimic, nu vreau nimic
    `,
    reasons: words`
      număr greșit, numar gresit, ați greșit numărul, ai greșit numărul, ați greșit,
      persoană greșită, greșeală, greșit, nu sunt interesat, nu sunt interesată, nu sunt interesata,
      nu mă interesează, nu ma intereseaza, neinteresat, neinteresată, cine e, cine ești,
      cine sunteți, cine este, nu vă cunosc, nu te cunosc, am mai spus, v am mai spus, v am spus,
      am spus, am cerut deja, de mai multe ori, de multe ori, de o mie de ori, ultima oară,
      ultima dată, gdpr, anpc, anspdcp, protecția datelor, plângere, avocat, poliție, poliția,
      înșelătorie, hoți, escroci, spam, hărțuire, ilegal, nu mai sunt client, nu sunt client,
      nu m am abonat, nu m am înscris niciodată, nu m am înscris, nu am cerut, m am săturat, sătul,
      sătulă, am obosit, nu sunt eu, a decedat, a murit, decedat, decedată, m am mutat, ne am mutat,
      mi am schimbat numărul, nu e numărul meu, nu este numărul meu, nu mai e numărul,
      de unde aveți numărul meu, de unde ai numărul meu, cine e acolo, cine scrie,
      nu sunt eu persoana, nu mai sunt clientă, soțul meu a decedat, soția mea a decedat,
      mama a decedat, tata a decedat, soțul meu a murit, soția mea a murit, mama a murit,
      tata a murit, mama mea a murit, tatăl meu a murit, mama mea a decedat, tatăl meu a decedat,
      bunica a murit, nu mai e numărul lui, nu mai este numărul lui, nu e numărul lui,
      nu este numărul lui, nu e numărul, cine v a dat numărul meu, cine ți a dat numărul meu,
      de unde aveti numarul, de unde aveți numărul, cum aveți numărul meu, a treia oară,
      a doua oară, a suta oară, pentru a treia oară, de o sută de ori, prea multe,
      prea multe mesaje, prea des, am cumpărat deja, nu mai locuiesc, n am fost niciodată client,
      nu v am dat numărul, nu v am dat numărul meu, e spam, este spam, enervant, mă enervează,
      mă enervați, nu m am abonat niciodată, nu m am înregistrat, nu m am înregistrat niciodată,
      nu am solicitat, n am cerut, n am cerut niciodată,
      am mai zis, v am mai zis, v am zis
    `,
    keep: words`
      nu opriți, nu opri, nu mă dezabonați, nu ma dezabonati, nu mă dezabona, nu mă ștergeți,
      nu mă scoateți, nu anula, nu anulați, nu șterge, nu vă opriți, continuați, continuă,
      în continuare, nu am primit, n am primit, nu primesc, nu mi a venit, nu a venit, nu a ajuns,
      nu vreau să mă dezabonez, nu vreau să anulez, nu veți mai primi, ați fost dezabonat,
      vreau să continui
    `,
    questions: words`
      când, cand, unde, de ce, ce, care, cine, cât, câte, câți, la ce oră, este, aveți, stația,
      autobuzul, până când, există
    `,
    how: words`cum, cum pot să, cum pot, cum fac să`,
    limits: words`
      până, pana, cât timp, azi, astăzi, mâine, maine, diseară, noaptea, seara, dimineața,
      săptămâna asta, în loc, mai bine, mai bine pe, așa târziu, așa devreme, la ora asta, dacă,
      daca, cu excepția, după, dupa, înainte, deocamdată, momentan, la muncă, la serviciu, luni,
      duminică, weekend, sâmbătă, în timp ce, când sunt, doar, mai târziu, temporar, programarea,
      comanda, rezervarea, vineri
    `,
    subjects: words`el, ea, ei, noi, eu, cineva, nimeni, autobuzul, se`,
    articles: words`la, următoarea, în, până la, o, un, stația`,
    others: words`
      lui, lor, mamei, soției, soțului, fiului, tuturor, oamenilor, ție, îl, pe el, pe ea, lumea,
      copiilor
    `,
    joins: words`
      și, si, dar, sau, pentru că, deoarece, fiindcă, deci, altfel, de asemenea, ori, că, iar, ca,
      apoi
    `,
    light: words`
      eu, voi, tu, dumneavoastră, dvs, mă, ma, mi, îmi, imi, vă, va, v, te, ne, se, îți, o, un, pe,
      la, de, din, de pe, de la, cu, în, in, prin, pentru, despre, a, al, ale, asta, astea, acest,
      această, aceasta, aceste, acestea, ăsta, asemenea, astfel de, vostru, voastră, voastre,
      vostri, tău, ta, tale, meu, mea, mele, dvoastră, toate, tot, orice, să, sa, vă rog, va rog,
      rog, te rog, rog frumos, vă rog să, va rog sa, te rog să, acum, imediat, odată,
      odată pentru totdeauna, deja, chiar, foarte, atâtea, atâta, mereu, zilnic, în fiecare zi,
      tot timpul, constant, puteți, poți, ați putea, ai putea, se poate, aș vrea, aș dori, vreau,
      doresc, doresc să, vreau să, solicit, cer, solicit să, cer să, dracului, dracu, naibii, pula,
      pula mea, pulii, mama voastră, fir ar, fir ar să fie, idioților, proștilor, tâmpiților,
      nesimțiților, nesimțiți, oameni buni, oameni, frate, domne, domnilor, reclame, comerciale,
      publicitare, enervante, nesolicitate, nedorite, inutile, astfel, tip, de acest tip, gen,
      de genul, firma, firmă, telefon, definitiv, niciun fel, fel, nimic, prin sms, fi, fiu, este,
      sunt, am, ați, ai, ok, din partea, dumneavoastra, doamne, alea, acelea, conform, în baza,
      potrivit, în temeiul, drept, dreptul, legea, prelucrarea, prelucrării, personal, personale,
      cu caracter personal, caracter, măi, bre, nene, vere, băi, ba, totuși, repet, mai repede,
      folosirii, folosirea, scop, scopuri, în scop, în scopuri, publicitar, utilizarea, utilizării,
      împotriva, cu ofertele, a treia oară, a doua oară, definitivă, permanent, de urgenta,
      cât mai repede, cât mai curând, fără întârziere, pentru dumnezeu, pentru numele lui dumnezeu,
      doamne ferește, lucruri, lucru, chestii, prostiile, toată ziua, la fiecare oră,
      din oră în oră, încontinuu, v o repet, zic, spun, altceva, altele, celelalte, hai, haideți,
      mai, așa, iarăși, imediată, imediate, ați vrea, ceva, nimic altceva, complet, deloc, vreodată,
      mailing, de mailing, pentru mailing, spus, v am spus deja, spus deja, cerut să,
      aici, încoace, o dată, de două ori, de trei ori
    `,
  },
  answers: {
    confirmation: (brand, ofAll) =>
      ofAll
        ? `${brand}: V-ati dezabonat si nu veti mai primi mesaje. Pentru reluare raspundeti START.`
        : `${brand}: Nu veti mai primi aceste mesaje. START pentru reluare, STOP ALL pentru oprirea tuturor.`,
    help: (brand, helpText) =>
      `${brand}: ${helpText === '' ? '' : `${helpText} `}Pentru dezabonare raspundeti STOP.`,
    footer: 'Pentru dezabonare raspundeti STOP',
  },
});
