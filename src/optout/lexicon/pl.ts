/**
 * Polish. No published list was found; STOP, KONIEC, REZYGNUJE and "wypisz mnie" are what people write,
 * and a speaker should look again. Misspellings: accents left out, as in the answers, which is usual
 * in Polish text messages and keeps them in GSM 7-bit.
 */
import type { Lexicon } from './lexicon.js';
import { words } from './words.js';

export const pl = (): Lexicon => ({
  language: 'pl',
  keywords: {
    stop: words`
      stop, koniec, rezygnuję, rezygnacja, rezygnuje, wypisz, wypisz mnie, wypisać, wypisuję się,
      wypisuje sie, wypis, anuluj, anulować, anulacja, usuń, usuń mnie, usunąć, usunięcie, wyłącz,
      wyłączyć, zakończ, zakończyć, przestań, przestańcie, dość, dosyć, starczy, wystarczy,
      wyrejestruj, wyrejestrować, wyrejestrowanie, odwołaj, odwołuję, odsubskrybuj, cofam zgodę,
      wycofuję zgodę, sprzeciw, nie chcę, zrezygnuj, chcę zrezygnować, skończ, skończcie, blokada,
      zablokuj, won, stop sms, sms stop, koniec sms, odmowa, odmawiam, wypisanie, dezaktywuj,
      basta
    `,
    stopAll: words`
      stop wszystko, stop wszystkie, koniec wszystkiego, wypisz ze wszystkiego, anuluj wszystko,
      usuń wszystko
    `,
    misspelt: words`
      wypsz, wypiszcie, wypis mnie, rezygnacj, rezugnuje, rezygnoje, konic, koneic, koniecc,
      wypisz mie, stopp
    `,
    ordinary: words`rejestruj, anulowano, wypisałem, usunęła, kontrakt`,
    start: words`
      wznów, zapisz, zapisz mnie, rozpocznij, włącz, zacznij, wznowić, subskrybuj, dołącz
    `,
    help: words`pomoc, pomocy, informacja, informacje`,
    polite: words`
      proszę, prosze, bardzo proszę, uprzejmie proszę, grzecznie proszę, dziękuję, dzieki, dzięki,
      dziekuje, dziękuję bardzo, dzięki wielkie, z góry dziękuję, dzień dobry, cześć, witam, hej,
      dobry wieczór, pozdrawiam, przepraszam, szanowni państwo, natychmiast, teraz, już, od razu,
      nie dziękuję, ok, pani, pan, państwo, plis, pliss, z poważaniem, niezwłocznie, dobrze,
      nie dzięki
    `,
    beside: words`
      to, tego, mnie, kurwa, wreszcie, cholera, chcę, sms, smsów, smsy, tym, z tym, wiadomości,
      reklamy, z tymi smsami, się, do jasnej cholery
    `,
    all: words`wszystko, wszystkie, wszystkiego, całkowicie`,
    connectors: words`i, lub`,
  },
  grammar: {
    end: words`
      stop, przestań, przestańcie, przestać, przestancie, niech przestanie, proszę przestać,
      skończ, skończcie, skończyć, koniec, koniec z, dość, dosyć, dość już, zakończ, zakończcie,
      zakończyć, zaprzestań, zaprzestańcie, zaprzestać, zaprzestanie, wstrzymaj, wstrzymać,
      wstrzymajcie, wyłącz, wyłączcie, wyłączyć, anuluj, anulujcie, anulować, zawieś, odpuść,
      odpuśćcie, daruj sobie, darujcie sobie, dajcie sobie spokój z, daj spokój, przerwij,
      przerwać, rezygnuję z, rezygnuję, zrezygnować z, chcę zrezygnować z, dezaktywować, basta,
      nie życzę sobie, nie zyczę sobie, nie zycze sobie, kończcie, dajcie sobie spokój, zakończenie,
      pozbyć się, pozbędę się, uwolnić się od, mam dość, mam dosyć, mam już dość, mam już dosyć,
      dezaktywujcie, dezaktywacja, odłączcie, odłącz, zaprzestańcie już, przestańcie już,
      przestań już, dajcie spokój z, dosyć już, dość tego, dosyć tego, koniec tego, zatrzymać,
      zatrzymaj, zatrzymajcie, powstrzymajcie, zastopujcie, zablokować wysyłkę, zaprzestaniem,
      przestali, przestały, przestał, przestała, zaprzestali, skończyli, żebyście przestali
    `,
    leave: words`
      wypisz, wypisz mnie, wypiszcie, wypiszcie mnie, wypisać, wypisać mnie, wypisanie,
      mnie wypisać, wypisuję się, wypisac, rezygnuję, rezygnacja, rezygnuje, zrezygnować,
      wyrejestruj, wyrejestrujcie, wyrejestrować, wyrejestrowanie, odsubskrybuj, odsubskrybować,
      cofam zgodę, wycofuję zgodę, odwołuję zgodę, wycofanie zgody, cofnięcie zgody, cofam zgode,
      zgłaszam sprzeciw, wnoszę sprzeciw, sprzeciwiam się, nie wyrażam zgody, nie wyrazam zgody,
      nie wyraziłem zgody, nie wyraziłam zgody, brak zgody, cofam wszelkie zgody, nie zgadzam się,
      nie dawałem zgody, odwołuję wszystkie zgody, anuluj subskrypcję, anulować subskrypcję,
      wypisujcie mnie, wycofuje zgode, odwołuję zgodę na, cofam zgodę na, chcę się wypisać,
      chcę zrezygnować, proszę mnie wypisać, wycofać zgodę, cofnąć zgodę, rezygnuje z,
      nie wyrażam zgody na, wypisuje się, wyrejestruj mnie, rezygnacja z, rezygnacja z usługi,
      rezygnację z, zrezygnuję, chcę się wyrejestrować, wypowiadam, wypowiedzenie, zgodę wycofuję,
      zgodę cofam, nie udzielałem zgody, nie udzielałam zgody, nie wyrażałem zgody,
      nie wyrażałam zgody, odwołanie zgody, wycofuję się, wycofuję
    `,
    remove: words`
      usuń, usuńcie, usunąć, usuniecie, usunięcie, usuń mnie, usuńcie mnie, usuniecia, usunięcia,
      skasuj, skasujcie, skasować, wykreśl, wykreślcie, wykreślić, wykreślenie, wymaż, wymażcie,
      wyrzuć, wyrzućcie, wyrzucić, wyrzuccie, zablokuj, zablokować, zabierz, zabierzcie, zapomnij,
      zapomnijcie, wypisz, wypiszcie, wypisać, usuwacie, ściągnijcie, zdejmijcie, usunac, wykasuj,
      wykasować, usunięciu, skreślić, skreślcie, kasuj, kasujcie, wywalcie, wywal, wyrzućcie mnie,
      zablokujcie, blokujcie, wyłączcie mnie, ściągnijcie mnie, wykasujcie, wykreślenie mnie,
      natychmiastowe usunięcie, usunęli, usunęły, usunął, usunęła, wykreślili, wykreślił, wypisali,
      wypisał, skasowali
    `,
    write: words`
      pisz, piszcie, pisać, pisac, piszecie, pisania, pisaniem, kontaktuj, kontaktujcie,
      kontaktować, kontaktu, kontakt, kontaktowania, dzwoń, dzwońcie, dzwonić, dzwonic,
      dzwonienia, dzwonicie, męcz, męczcie, męczyć, meczyc, nękaj, nękajcie, nękać, nękania,
      nękacie, niepokój, niepokoić, zawracać głowy, zawracajcie głowy, zawracaj głowy, zawracać,
      zawracajcie, przeszkadzać, przeszkadzajcie, spamować, spamujcie, spamuj, spamowania,
      smsować, smsuj, esemesować, wydzwaniać, wydzwaniajcie, wydzwaniacie, molestować,
      molestujcie, dręczyć, informować, denerwować, denerwujcie, powiadamiać, nagabywać,
      zadręczać, zaczepiać, odzywać, odzywajcie, kontaktowac, pisząc, nagabujcie, odzywaj, spamic,
      spamowac, meczcie, niekontaktowanie, kontaktujcie się, kontaktujcie się ze mną,
      kontaktować się, niepokójcie, dzwonienie, wypisujcie do mnie, pisali, pisał, dzwonili,
      dzwonił, nękali, kontaktowali się
    `,
    send: words`
      wysyłaj, wysyłajcie, wysyłać, wysylac, wysyłania, wysyłanie, wysyłacie, wysylajcie,
      wysylanie, wysylania, przysyłaj, przysyłajcie, przysyłać, przysylac, przysyłania,
      przysylajcie, przysłać, wyślij, wysłać, śląc, ślij, ślijcie, przesyłaj, przesyłajcie,
      przesyłać, przesyłania, przesylac, przesyłanie, nadsyłać, nadsyłajcie, wysylaj, przysylaj,
      slac, slijcie, podsyłać, podsyłajcie, puszczać, niewysyłanie, nieprzysyłanie, wysyłali,
      wysyłał, przysyłali, przysyłał, przesyłali
    `,
    messages: words`
      wiadomość, wiadomości, wiadomosci, sms, smsy, smsów, smsow, smsami, smsa, sms ów, sms y,
      sms ow, esemes*, reklam, reklamy, reklama, reklamami, reklamowych, reklamowe, ofert, oferty,
      oferta, ofertami, powiadomień, powiadomienia, powiadomieniami, promocji, promocje, promocjami,
      spam, spamu, spamem, newsletter, newslettera, informacji handlowych, informacje handlowe,
      ogłoszeń, maili, wiadomosciami, wiadomościami, komunikatów, subskrypcji, marketing,
      marketingu, marketingowych, przypomnień, bzdur, śmieci, pierdół, tych wiadomości, gówna, mms,
      reklamom, smsom, wiadomościom, ofertom, spamowi, promocjom, smski, smsków, ulotek,
      newsletterów, newsletterowi, komunikaty, treści, reklamami waszymi, smsem, wiadomośc*,
      wiadomosc*, reklam*, smsow*, powiadomie*, promocj*, newsletter*, usługi sms, usługa sms,
      usługę sms, usługi, usługę, spamow*, komunikat*, ofertow*, rabat*, zaproszen*, ankiet*,
      katalog*, połączeń, telefonów, gazetek, kupon*, sms owych, smsowych
    `,
    list: words`
      lista, listy, liście, listą, listy mailingowej, bazy, bazie, baza, baz, bazy danych,
      systemu, system, subskrypcji, subskrypcję, rejestru, spisu, kontaktów, kontaktach,
      książki adresowej, listy wysyłkowej, newslettera, listy kontaktów, ewidencji, grupy,
      programu, bazy klientów, listy odbiorców, baz*, spis*, adresow*, systemie, systemach
    `,
    mine: words`
      mnie, mi, nas, nam, mój numer, moj numer, mojego numeru, numer, numeru, nr, ten numer,
      tego numeru, mój nr, mój telefon, telefon, telefonu, moje dane, dane, danych, moich danych,
      mojego nr, moje nazwisko, numer telefonu, numeru telefonu, kontakt, mój kontakt, do mnie,
      mój tel, mojego telefonu, na mój numer, usuń mnie, usuńcie mnie, danych osobowych,
      dane osobowe, moje dane osobowe, moich danych osobowych, to już nie jest numer,
      to nie jest numer, to nie numer, nie jest już numer, ten numer nie jest,
      ten numer już nie jest, ze mną, na ten numer, na mój nr, na mój telefon, pod ten numer,
      na ten nr
    `,
    not: words`
      nie, nigdy, nigdy więcej, już nie, nigdy nie, ani, zakaz, bez, więcej nie, nie chcę już,
      niekontaktowanie, niewysyłanie, nieprzysyłanie, niedzwonienie, nic więcej, już nic, nic
    `,
    no: words`
      żadnych, zadnych, żadnego, żaden, żadne, bez, ani jednego, koniec, dość, dosyć, zero,
      nigdy więcej, stop, precz z
    `,
    more: words`
      więcej, wiecej, już, nigdy więcej, ponownie, kolejnych, dalszych, w przyszłości, więcej nie,
      znowu, nigdy, kolejny raz, od teraz, wiecje, nadal, dłużej, następnych, wszelkich, kolejnego,
      nic więcej, nigdy już, już nic
    `,
    want: words`
      chcę, chce, życzę sobie, zyczę sobie, zycze sobie, życzę, potrzebuję, potrzebuje,
      interesuje, interesuje mnie, interesują, interesują mnie, zamawiałem, zamawiałam, prosiłem,
      prosiłam, zgadzam się na, wyrażam zgody na, chcemy, chciałbym, chciałabym, mam ochoty,
      chcem, zapisywałem się, zapisywałam się, zgody na, zamierzam, prosiłem o, zyczymy sobie,
      życzymy sobie, chcialbym, chcialabym, życzyłbym sobie
    `,
    receive: words`
      otrzymywać, otrzymywac, dostawać, dostawac, otrzymać, dostać, odbierać, otrzymywania,
      dostawania, słyszeć, widzieć, czytać, być nękany, otrzymanie, otrzymywanie, mieć,
      być informowany, odbierac
    `,
    demands: words`
      zapomnij mój numer, zapomnijcie mój numer, zapomnijcie o moim numerze, zgubcie mój numer,
      skasuj mój numer, skasujcie mój numer, usuńcie mój numer, blokuję, blokuje was, zablokuję,
      zablokowany, zablokowałem, zgłaszam to, zgłoszę to, zgłaszam spam, zgłoszę na policję,
      proszę o usunięcie, proszę o usuniecie, proszę o wypisanie, proszę o rezygnację,
      przestańcie z tym, skończcie z tym, skończ z tym, nie życzę sobie kontaktu,
      proszę o zaprzestanie, proszę o niewysyłanie, o niewysyłanie, proszę o nieprzysyłanie,
      to spam, zgłaszam jako spam, zgłoszę jako spam, zgłaszam do uke, zgłoszę do uodo,
      składam skargę, złożę skargę, o niekontaktowanie się, o niekontaktowanie,
      proszę o niekontaktowanie, proszę o niedzwonienie
    `,
    dismissals: words`
      dajcie mi spokój, daj mi spokój, dajcie mi święty spokój, daj mi święty spokój,
      dajcie spokój, święty spokój, zostawcie mnie w spokoju, zostaw mnie w spokoju, zostaw mnie,
      zostawcie mnie, odwalcie się, odwal się, odczepcie się, odczep się, odpieprz się,
      odpieprzcie się, spierdalaj, spierdalajcie, spadaj, spadajcie, spieprzaj, spieprzajcie,
      wypierdalaj, wypierdalać, wypierdalajcie, odpierdol się, odpierdolcie się, pierdol się,
      pierdolcie się, wal się, walcie się, zamknij się, zamknijcie się, idź do diabła,
      idźcie do diabła, nie przeszkadzać, idź w cholerę, odejdź, goń się, gońcie się, w spokoju,
      won, precz, niechciane, spływaj, nie męczcie mnie, odczepcie, odczep, usuńcie go, usuń go,
      skasujcie go, skasuj go, nie chcę tego, nie chce tego, usuńcie to, weźcie się odczepcie,
      idźcie w cholerę, usuńcie, nie chcę nic, nic nie chcę
    `,
    reasons: words`
      pomyłka, to pomyłka, zły numer, błędny numer, pomylony numer, pomyliłeś numer,
      pomyłkowy numer, nie ten numer, zła osoba, pomylił pan numer, nie jestem zainteresowany,
      nie jestem zainteresowana, niezainteresowany, niezainteresowana, nie interesuje mnie,
      nie interesuje mnie to, nie interesują mnie, brak zainteresowania, nie zainteresowany,
      kto to, kim jesteś, kim jesteście, kto pisze, nie znam was, nie znam, już mówiłem,
      już mówiłam, już prosiłem, już prosiłam, prosiłem już, wiele razy, kilka razy, tyle razy,
      ostatni raz, po raz ostatni, po raz kolejny, rodo, uodo, skarga, policja, prawnik, adwokat,
      oszuści, oszustwo, oszust, spam, nękanie, nielegalne, nie jestem klientem,
      nie jestem już klientem, nigdy się nie zapisywałem, nie zapisywałem się,
      nie zapisywałam się, nie zamawiałem, mam dość, mam dosyć, wkurza, wkurzacie, uke, uokik,
      nie żyje, zmarł, zmarła, zmarli, zmieniłem numer, zmieniłam numer, przeprowadziłem się,
      przeprowadziłam się, wyprowadziłem się, wyprowadziłam się, nieaktualny numer, nieaktualne,
      skąd macie mój numer, skąd pan ma mój numer, to nie ja, już nie jestem klientem,
      już nie jestem klientką, nie jestem klientką, to nie mój numer, ten numer nie należy,
      mąż nie żyje, żona nie żyje, mama nie żyje, ojciec nie żyje, tata nie żyje, matka nie żyje,
      mąż zmarł, żona zmarła, mama zmarła, ojciec zmarł, tata zmarł, babcia zmarła, dziadek zmarł,
      mój mąż nie żyje, mój mąż zmarł, moja żona zmarła, moja mama zmarła, mój tata zmarł,
      mój ojciec zmarł, to już nie jest numer, to nie jest numer, to nie numer, nie jest już numer,
      ten numer nie jest, ten numer już nie jest, skąd macie ten numer, kto wam dał mój numer,
      skąd pani ma mój numer, skąd masz mój numer, trzeci raz, drugi raz, po raz trzeci,
      po raz drugi, trzeci raz proszę, setny raz, za dużo, za dużo wiadomości, za często,
      już kupiłem, już kupiłam, nie mieszkam już, nigdy nie byłem klientem,
      nigdy nie byłam klientką, nie podawałem numeru, nie podawałam numeru,
      nigdy nie wyrażałem zgody, nigdy nie wyrażałam zgody, irytujące, denerwujące, to spam,
      nigdy się nie zapisywałam, nigdy się nie rejestrowałem, nigdy się nie rejestrowałam,
      nie rejestrowałem się, nie rejestrowałam się, nie subskrybowałem, nie subskrybowałam,
      nigdy nie zamawiałem, nie prosiłem o to
    `,
    keep: words`
      nie wypisuj, nie wypisujcie, nie wypisuj mnie, nie usuwaj, nie usuwajcie, nie usuwaj mnie,
      nie przestawaj, nie przestawajcie, nie anuluj, nie anulujcie, nie rezygnuję,
      nie chcę rezygnować, nie chcę się wypisywać, nie kończ, kontynuuj, kontynuujcie, nadal chcę,
      chcę nadal, nie dostałem, nie dostałam, nie dostaję, nie otrzymałem, nie otrzymałam,
      nie otrzymuję, nie przyszedł, nie przychodzą, nie będziesz otrzymywać, nie otrzymasz,
      nie doszła
    `,
    questions: words`
      kiedy, gdzie, dlaczego, czemu, co, który, która, jaki, jaka, ile, kto, czy jest, czy macie,
      skąd, o której, czyj, po co, do kiedy, miesiąca, czy mogę prosić o informację
    `,
    how: words`jak, jak mogę, w jaki sposób, jak można`,
    limits: words`
      do, dzisiaj, dziś, jutro, wieczorem, w nocy, po nocy, rano, w tym tygodniu, zamiast, raczej,
      lepiej na, tak późno, tak wcześnie, o tej porze, gdy, kiedy, jeśli, jeżeli, oprócz, poza,
      potem, przed, po, na razie, narazie, w pracy, w poniedziałek, w niedzielę, w weekend,
      teraz nie mogę, tylko, aż, później, chyba że
    `,
    subjects: words`on, ona, oni, my, ja, ktoś, nikt, to, tydzień, się`,
    articles: words`ten, na, na ten, w, pod, przy, przystanek, do, bez, od`,
    others: words`
      niego, jej, im, jego, mojej mamy, mojego męża, mojej żony, mojego syna, wszystkim, ludziom,
      ludzi, jemu, tobie, was, ciebie
    `,
    joins: words`
      i, ale, lub, albo, bo, ponieważ, więc, oraz, a, też, inaczej, potem, gdyż, natomiast, także
    `,
    light: words`
      ja, ty, wy, pan, pani, państwo, mnie, mi, mną, nam, nas, się, sie, sobie, to, tego, tym, ten,
      tę, ta, te, tych, tymi, ich, z, ze, od, do mnie, na, w, o, po, przez, za, dla, mój, moja,
      moje, mojego, moich, moim, mojej, swojej, swoich, swojego, wasze, waszej, waszych, waszego,
      wasz, twoje, twojej, twoich, wszelkie, wszelkich, wszystkie, wszystkich, takich, takie, żeby,
      aby, by, już, juz, teraz, natychmiast, proszę, prosze, proszę o, bardzo, tak, no, po prostu,
      naprawdę, wreszcie, w końcu, możecie, możesz, może pan, czy możecie, czy możesz, czy może pan,
      czy mogę, czy mogą państwo, mogą państwo, chcę, chcę żebyście, chciałbym, chciałabym, żądam,
      domagam się, uprzejmie, kurwa, kurwa mać, cholera, cholerne, cholernych, jebane, jebanych,
      pierdolone, pierdolonych, gówno, debile, idioci, kretyni, durne, durnych, głupie, głupich,
      złodzieje, ludzie, człowieku, na mój telefon, żadne, żadnych, jakichkolwiek, jakiekolwiek,
      więcej, każdy, każdego, codziennie, ciągle, znowu, znów, być, jest, są, będę, mam, macie,
      być może, sms, firma, handlowych, handlowe, marketingowe, marketingowych, niechcianych,
      niechciane, tego typu, takiego, typu, swojej bazy, dziękuję, dzięki, serio, weźcie, weź, tej,
      definitywnie, stąd, kontaktu, wam, chyba, niczego, na podstawie, podstawie, zgodnie z,
      przetwarzanie, przetwarzania, przetwarzanie danych, osobowych, osobowe, prawo, natrętne,
      natrętnych, łaskawie, panowie, drodzy, ludziska, stary, w ogóle, przetwarzaniu, celach, celów,
      w celach, wykorzystywanie, wykorzystywania, wykorzystywaniu, użycie, użycia, tu, tutaj, go,
      swoimi, waszymi, wami, państwa, państwu, trzeci raz, drugi raz, po raz trzeci, po raz drugi,
      po raz setny, kolejny raz proszę, rzeczy, definitywne, trwale, na stałe, na zawsze, pilnie,
      pilne, jak najszybciej, bezzwłocznie, w trybie natychmiastowym, na litość boską,
      na miłość boską, litości, jasne, powtarzam, raz na zawsze, cały czas, cały dzień, co chwilę,
      non stop, w kółko, żaden sposób, w żaden sposób, w żadnej formie, jeszcze, jeszcze raz,
      innych, inne, inny, cokolwiek, z tymi, z tym, z waszymi, za dużo, za wiele, natychmiastowe,
      natychmiastowego, natychmiastowy, mogliby, moglibyście, mógłby, mogłaby, mogłby pan,
      mogłaby pani, prosiłbym, prosiłabym, prosiłbym o, prosiłabym o, poproszę, poproszę o, coś,
      całkiem, zupełnie, ogóle, kompletnie, jakiegokolwiek, nic, żebyście, żebyś, żebyście mnie,
      mówiłem, mówiłam, prosiłem, prosiłam, abyście,
      od was, od państwa, dwa razy, trzy razy, na ten numer, pod tym numerem, pod ten numer,
      służbowego, służbowy, służbowym
    `,
    verbLast: true,
  },
  answers: {
    confirmation: (brand, ofAll) =>
      ofAll
        ? `${brand}: Rezygnacja przyjeta, nie otrzymasz od nas kolejnych SMS-ow. Powrot: odpisz START.`
        : `${brand}: Nie otrzymasz kolejnych takich SMS-ow. Powrot: START, rezygnacja z wszystkich: STOP ALL.`,
    help: (brand, helpText) =>
      `${brand}: ${helpText === '' ? '' : `${helpText} `}Aby zrezygnowac, odpisz STOP.`,
    footer: 'Aby zrezygnowac, odpisz STOP',
  },
});
