/**
 * Czech, which Slovaks read. No published list was found; STOP, ODHLASIT and "zrušit odběr" are what
 * people write, and a speaker should look again. Misspellings: accents left out, as in the answers,
 * which is usual in Czech text messages and keeps them in GSM 7-bit.
 */
import type { Lexicon } from './lexicon.js';
import { words } from './words.js';

export const cs = (): Lexicon => ({
  language: 'cs',
  keywords: {
    stop: words`
      stop, stopka, odhlásit, odhlásit se, odhlaste, odhlaste mě, odhlašte, odhlašte mě, odhlas,
      odhlas mě, odhlášení, odhlašuji, odhlašuji se, zrušit, zrušte, zruš, zrušení, konec,
      ukončit, ukončete, ukonči, přestaň, přestaňte, přestat, dost, stačí, to stačí, smazat,
      smažte, smaž, smažte mě, smaž mě, vymazat, vymažte, odstranit, odstraňte, odebrat, odeberte,
      vyřadit, vyřaďte, vyškrtněte, zastavit, zastavte, zastav, blokovat, nechci, odmítám,
      nezájem, odvolávám souhlas, končím, odhlasit odber, zrušit odběr, stop sms, storno,
      neposílat, vypnout, deaktivovat, už ne, nepřeji si, vypověď
    `,
    stopAll: words`stop vše, stop všechno, zrušit vše, odhlásit vše, zrušit všechno`,
    misspelt: words`
      odhlasi, odlhasit, odhlaist, odlásit, odhásit, zruste, zrusi, konecc, stopp, odhlasím
    `,
    ordinary: words`ohlásit, zastávka, kontrakt`,
    start: words`začít, obnovit, přihlásit se, pokračovat, zapnout, odebírat, přihlásit`,
    help: words`pomoc, nápověda, informace`,
    polite: words`
      prosím, prosím vás, prosim, prosím pěkně, děkuji, děkuju, dík, díky, dekuji, dekuju,
      mockrát děkuji, předem děkuji, díky moc, dobrý den, dobrý večer, dobré ráno, ahoj, čau,
      zdravím, omlouvám se, promiňte, hned, ihned, okamžitě, teď, neprodleně, ne děkuji, ne díky,
      ok, s pozdravem, hezký den, pane, paní, laskavě, hezky den, fajn, ďakujem, dakujem,
      vopred ďakujem, ahojte
    `,
    beside: words`
      to, toho, mě, mne, už, sakra, konečně, chci, sms, smsky, s tím, odběr, odběru, zprávy,
      reklamy, tím, mi, mně
    `,
    all: words`vše, všechno, všechny, úplně`,
    connectors: words`a, nebo`,
  },
  grammar: {
    end: words`
      stop, přestaň, přestaňte, přestat, přestaňte už, přestaňte s, skončete, skonči, skončit,
      ukončete, ukonči, ukončit, ukončení, konec, konec s, dost, už dost, zastavte, zastav,
      zastavit, zrušte, zruš, zrušit, zrušení, zanechte, nechte, nechte toho, nech toho, vypněte,
      vypnout, deaktivujte, stačí, stačilo, přerušte, upustit, upusťte, vynechte, vynech, končete,
      storno, skončete s, přestaňte už s, přestante, dost už, ukončete už, zarazte, prestan,
      končím s, prestaňte, prestante, zbavím, zbavím se, zbavit se, se zbavím, se zbavit, bylo dost,
      už toho bylo dost, toho dost, mám plné zuby, mám dost, ruším, ruším službu, ukončuji,
      ukončuju, končí, skončete už, přestaňte se, přestanete, zastavili, vypnout službu,
      zrušení služby, dost bylo, přestal, přestali, skončili, ukončili, ať přestanete
    `,
    leave: words`
      odhlásit, odhlaste, odhlašte, odhlaste mě, odhlašte mě, odhlas mě, odhlas, odhlášení,
      odhlašuji, odhlašuji se, odhlásit se, odhlasit, odhlasit se, chci se odhlásit, odhlášen,
      zrušit odběr, zrušte odběr, zrušit odber, zrušte odber, ruším odběr, zrušte mi odběr,
      odvolávám souhlas, odvolávám svůj souhlas, beru zpět souhlas, odvolání souhlasu,
      nesouhlasím, nedal jsem souhlas, nedala jsem souhlas, nedávám souhlas, nemáte souhlas,
      nemáte můj souhlas, nesouhlasím se zasíláním, ruším souhlas, vznáším námitku,
      chci se odhlásit z odběru, odvolávám svůj souhlas se, odvolávám souhlas se, stahuji souhlas,
      beru souhlas zpět, odhlásím, odhlasim, odhlásím se, vypovídám, žádám o odhlášení,
      odhlásit z odběru, odhlásiť, odhláste ma, odhláste, zrušiť odber, nesúhlasím, ruším odběr sms,
      ruším registraci, zrušit registraci, zrušte registraci, zrušení registrace,
      nedal jsem nikdy souhlas, nikdy jsem nedal souhlas, nikdy jsem nedala souhlas,
      souhlas odvolávám, souhlas ruším, výpověď služby, vystupuji, chci vystoupit
    `,
    remove: words`
      odstraňte, odstraň, odstranit, smažte, smaž, smazat, smazani, vymažte, vymaž, vymazat,
      vymazání, odeberte, odeber, odebrat, vyřaďte, vyřaď, vyřadit, vyřazení, vyškrtněte,
      vyškrtni, vyškrtnout, vyhoďte, vyhoď, vyjměte, zapomeňte, zablokujte, vypusťte, zrušte,
      dejte, sundejte, odstranění, odhlaste, odhlašte, výmaz, vymažte ma, odstráňte, odstráňte ma,
      vyraďte, vyraďte ma, výmazu, smazání, vymazanie, zmazať, zmažte, vyndejte, vyškrtněte mě,
      smazali, vymazali, odstranili, vyřadili, vyškrtli, odhlásili
    `,
    write: words`
      pište, nepište, nepiš, nepisat, psát, nepsat, obtěžujte, neobtěžujte, neobtěžuj, obtěžovat,
      neobtěžovat, obtezovat, volejte, nevolejte, nevolej, volat, nevolat, kontaktujte,
      nekontaktujte, nekontaktuj, kontaktovat, nekontaktovat, otravujte, neotravujte, neotravuj,
      otravovat, neotravovat, otravování, obtěžování, spamujte, nespamujte, spamovat, nespamovat,
      rušte, nerušte, nerušit, ozývejte, neozývejte, smskujte, bombardujte, bombardovat, prudit,
      neprudte, neprudit, informujte, neinformujte, oslovujte, neoslovujte, otravujte mě, nepíšte,
      neobťažujte, píšete, obtěžujete, nekontaktovali, kontaktovali, nepsali, psali, nevolali,
      volali, neobtěžovali, obtěžovali, neotravovali, otravovali, oslovovali, neoslovovali, rušili,
      nerušili, ozývali, neozývali
    `,
    send: words`
      posílejte, neposílejte, neposílej, posílat, neposílat, neposílejte mi, posílání,
      posílejte mi, zasílejte, nezasílejte, zasílat, nezasílat, nezasílejte mi, zasílání, poslat,
      pošlete, nepošlete, posilejte, neposilejte, posilat, neposilat, odesílat, neodesílejte,
      odesílání, rozesílat, rozesílání, přeposílat, nezasilejte, zasilat, nechodily, chodily,
      nechodilo, neposielajte, neposielaj, posielať, nezasielajte, posíláte, neposlat, posielanie,
      neposílali, posílali, nezasílali, zasílali, neposlali, chodit, nechodit, neposílá, posílá
    `,
    messages: words`
      zpráva, zprávy, zpráv, zprávu, zprávami, sms, smsky, smsek, smsku, sms ky, sms zprávy,
      esemes*, reklama, reklamy, reklam, reklamu, reklamou, reklamní, reklamní sms, reklamních,
      oznámení, upozornění, notifikace, notifikací, nabídky, nabídek, nabídka, akce, akcí,
      obchodní sdělení, obchodních sdělení, newsletter, newslettery, spam, spamu, spamy, maily,
      mailů, odběr, odběru, připomenutí, promo, marketing, marketingové, novinky, novinek, kraviny,
      blbosti, hovadiny, sdělení, zprávám, zpravám, smskám, reklamám, reklamě, spamem, smskami,
      reklamami, správy, správ, esemesky, nabídkám, akční nabídky, slevy, slev, letáky, reklamné,
      reklamní zprávy, obchodními sděleními, akcema, reklamama, smskama, akcemi, zprávama,
      nabídkami, zpráv*, zprav*, reklam*, nabíd*, nabid*, sms služb*, sms službu, službu, služby,
      služba, služeb, akčn*, smsk*, upozorněn*, oznámen*, spam*, slev*, kupon*, kupón*, anket*,
      pozvánk*, katalog*, novink*, telefonát*, newsletter*, mailing*
    `,
    list: words`
      seznam, seznamu, seznamů, listu, databáze, databázi, databází, evidence, evidenci, systému,
      systém, rozesílky, rozesílání, odběru, odběr, kontaktů, kontakty, adresáře, registru,
      mailing listu, mailinglistu, skupiny, kartotéky, odběratelů, rozesílacího,
      rozesílacího seznamu, databáz*, seznam*, evidenc*, systém*, adresář*, registr*, mailingov*
    `,
    mine: words`
      mě, mne, mi, mně, nás, nám, mé číslo, moje číslo, mého čísla, toto číslo, číslo, čísla,
      telefonní číslo, můj telefon, telefon, mobil, můj mobil, mé údaje, moje údaje, údaje,
      mé jméno, jméno, kontakt, můj kontakt, na mé číslo, na moje číslo, na toto číslo, tel číslo,
      osobní údaje, osobních údajů, svých údajů, mých údajů, údajů, mých osobních údajů, vymažte ma,
      odstráňte ma, vyraďte ma, ma, moje telefonní číslo, není číslo, to už není číslo,
      není to číslo, toto není číslo, tohle není číslo, už není číslo,
      služební telefon
    `,
    not: words`
      ne, nikdy, už nikdy, nechci, nepřeji si, nepřeju si, nepreji si, nestojím o, nežádám,
      nepotřebuji, nepotřebuju, nezajímá, nezajímají, nepište, nepiš, nepsat, neobtěžujte,
      neobtěžuj, neobtěžovat, nevolejte, nevolej, nevolat, nekontaktujte, nekontaktuj,
      nekontaktovat, neotravujte, neotravuj, neotravovat, nespamujte, nespamovat, nerušte,
      nerušit, neozývejte, neprudte, neprudit, neinformujte, neoslovujte, neposílejte, neposílej,
      neposílat, neposílejte mi, nezasílejte, nezasílat, nezasílejte mi, nepošlete, neposilejte,
      neposilat, neodesílejte, nezasilejte, nechceme, nehodlám, nemám zájem, nemáme zájem,
      nemam zajem, nechodily, nechodilo, už ne, ani, nemám zájem o, nemáme zájem o, nemam zajem o,
      nepíšte, neposielajte, neposielaj, nezasielajte, neobťažujte, nechcem, neprajem si,
      nemám záujem, nechtěl bych, nechtěla bych, nikdy víc, nekontaktovali, nepsali, nevolali,
      neobtěžovali, neotravovali, neoslovovali, nerušili, neozývali, neposílali, nezasílali,
      neposlali, nechodit, nechcu, nechci už, nechcem už, nepotřebujem, nepotřebujeme, nestojíme o
    `,
    no: words`žádné, žádný, žádnou, žádných, bez, dost, konec, už žádné, nula, stop, zadne`,
    more: words`
      více, víc, už, už nikdy, znovu, dál, dále, nadále, v budoucnu, další, dalších, nikdy, již,
      příště, opět, jakékoliv, jakékoli, napříště, jiz, uz, viac, ďalej, ďalšie, nikdy víc, už více
    `,
    want: words`
      nechci, nepřeji si, nepřeju si, nepreji si, nestojím o, nežádám, nepotřebuji, nepotřebuju,
      nezajímá, nezajímají, chci, zájem, zájem o, nemám zájem, nemám zájem o, nemam zajem,
      nechceme, objednal, objednala, žádal, prosil, nehodlám, nemáme zájem, stojím o, souhlas,
      přeji si, nechcem, neprajem si, nemám záujem, nemáme zájem o, nechtěl bych, nechtěla bych,
      nechcu, nechci už, nechcem už, nepotřebujem, nepotřebujeme, nestojíme o
    `,
    receive: words`
      dostávat, dostávat od vás, přijímat, dostat, obdržet, odebírat, číst, vidět, slyšet,
      být obtěžován, být obtěžována, být kontaktován, dostavat, příjem, zasílání, dostávať,
      dostavat zprávy, odebírat zprávy, být kontaktována, být kontaktovaná, být kontaktovaný,
      být obtěžován sms
    `,
    demands: words`
      zapomeňte mé číslo, zapomeňte moje číslo, smažte mé číslo, smažte moje číslo,
      smaž moje číslo, vymažte mé číslo, vymažte moje číslo, ztraťte moje číslo, blokuji, blokuju,
      blokuju vás, blokuji vás, zablokuji, zablokoval, zablokovala, zablokováno, podám stížnost,
      stížnost, podám trestní oznámení, trestní oznámení, nahlásím, nahlásím vás, vyřaďte mě,
      vyřadte mě, odstraňte mě, vymažte mě, nechte toho, nech toho, odeberte mě, smažte mě,
      odhlaste mě, je to spam, to je spam, nahlásím jako spam, hlásím jako spam, hlásím spam,
      stěžuji si, stěžuju si, budu si stěžovat, podám žalobu, žaluji, nahlašuji, nahlašuju
    `,
    dismissals: words`
      dejte mi pokoj, dej mi pokoj, dejte mi svátek, nechte mě být, nech mě být,
      nechte mě na pokoji, nech mě na pokoji, na pokoji, běžte do prdele, jdi do prdele,
      jděte do prdele, do prdele, táhněte, táhni, vypadněte, vypadni, zmizte, zmiz, držte hubu,
      drž hubu, polibte si, polib si, polibte mi prdel, jděte do háje, jdi do háje, do háje,
      běžte do háje, běž do háje, odprejskněte, trhněte si, trhni si, jděte k čertu, nerušit,
      nevyžádané, dejte pokoj, naser si, naserte si, jdi pryč, smažte ho, smaž ho, smažte to,
      smaž to, jděte někam, jdi někam, běžte někam, nechci to, nechci tohle, to nechci, vymažte ho,
      mám toho dost, tak dost, dost už, a dost, už dost, jděte se bodnout, běžte se bodnout,
      trhněte, tak už přestaňte, neotravovat, štvete mě, otravujete, stačilo by
    `,
    reasons: words`
      špatné číslo, špatný číslo, omyl, to je omyl, číslo je špatně, máte špatné číslo,
      spletli jste si číslo, špatná osoba, nemám zájem, nemáme zájem, nezájem, bez zájmu,
      nezajímá mě, nezajímá mě to, to mě nezajímá, kdo to je, kdo jste, kdo jsi, kdo píše,
      neznám vás, už jsem říkal, už jsem říkala, už jsem psal, už jsem psala, už jsem žádal,
      žádal jsem, několikrát, mnohokrát, stokrát, tolikrát, naposled, naposledy, gdpr, úoou,
      stížnost, policie, právník, advokát, podvod, podvodníci, spam, nevyžádané, obtěžování,
      nezákonné, nejsem zákazník, nejsem váš zákazník, už nejsem zákazník,
      nikdy jsem se nepřihlásil, nepřihlásil jsem se, nepřihlásila jsem se, neobjednal jsem,
      mám toho dost, otravné, čoi, zemřel, zemřela, umřel, umřela, nežije, je mrtvý,
      přestěhoval jsem se, přestěhovala jsem se, přestěhovali jsme se, odstěhoval,
      změnil jsem číslo, změnila jsem číslo, to není moje číslo, není to moje číslo,
      odkud máte moje číslo, kde jste vzali moje číslo, to nejsem já, nejsem pan, nejsem paní,
      mýlite sa, zlé číslo, manžel zemřel, manželka zemřela, maminka zemřela, otec zemřel,
      táta zemřel, matka zemřela, babička zemřela, děda zemřel, můj manžel zemřel,
      moje manželka zemřela, můj otec zemřel, moje matka zemřela, moje máma zemřela, manžel umřel,
      není číslo, to už není číslo, není to číslo, toto není číslo, tohle není číslo, už není číslo,
      kde jste vzali mé číslo, kdo vám dal moje číslo, kdo vám dal mé číslo, odkud máte mé číslo,
      potřetí, podruhé, po třetí, po druhé, po sté, posté, příliš mnoho, moc zpráv, až příliš,
      moc často, už jsem koupil, už jsem koupila, nebydlím, nikdy jsem nebyl zákazník,
      nedal jsem vám číslo, nedala jsem vám číslo, je to spam, to je spam, otravuje, štve,
      štvete mě, otravujete, nikdy jsem se neregistroval, nikdy jsem se neregistrovala,
      nikdy jsem se nepřihlásila, neregistroval jsem se, nikdy jsem si neobjednal
    `,
    keep: words`
      neodhlašujte, neodhlašujte mě, neodhlašovat, nerušte odběr, nerušit odběr, nemažte,
      nemažte mě, nepřestávejte, nepřestávej, pokračujte, pokračuj, posílejte dál, chci dál,
      nedostal jsem, nedostala jsem, nedostávám, nepřišla, nepřišlo, nechodí, nechci se odhlásit,
      nechci zrušit, už nebudete dostávat, byli jste odhlášeni, nevyřazujte, neodstraňujte,
      nedošla
    `,
    questions: words`
      kdy, kde, proč, co, který, která, které, jaký, jaká, jaké, kolik, kdo, je, máte, v kolik,
      zastávka, autobus, odkud, můžu dostat, dokdy
    `,
    how: words`jak, jak se mohu, jak můžu, jak se`,
    limits: words`
      do, dnes, zítra, večer, dneska, v noci, po nocích, ráno, tento týden, místo, raději, radši,
      tak pozdě, tak brzo, tak brzy, v tuto hodinu, když, pokud, jestli, kromě, mimo, potom, po,
      před, zatím, prozatím, v práci, v pondělí, v neděli, o víkendu, až, později, jen, měsíce,
      týdne, objednávku, objednávka, schůzku, rezervaci
    `,
    subjects: words`on, ona, oni, my, já, někdo, nikdo, autobus, vlak`,
    articles: words`na, u, ten, příští, do, ke, k, v, světa`,
    others: words`
      mu, jí, jim, mámě, mé ženě, mému muži, synovi, všem, lidem, tobě, ho, jemu, lidi
    `,
    joins: words`a, ale, nebo, protože, takže, jinak, také, taky, či, i, pak, neboť`,
    light: words`
      já, vy, ty, vás, vám, mě, mne, mi, mně, nám, nás, se, si, to, toho, tomu, tím, ten, ta, tyto,
      tyhle, této, tohoto, těch, těchto, tento, z, ze, od, na, v, o, s, za, pro, po mně, přes, můj,
      moje, mé, mého, mých, svůj, svého, svých, vaše, vaší, vašich, vašeho, váš, vašem, tvoje,
      všechny, veškeré, všech, takové, takových, prosím, hned, ihned, okamžitě, teď, už, konečně,
      opravdu, prostě, jen tak, moc, tak, můžete, můžeš, mohli byste, mohl byste, mohla byste, lze,
      chci, chtěl bych, chtěla bych, chtěl bych se, chtěla bych se, žádám, žádám vás, žádám o,
      žádám vás o, požaduji, prosím o, kurva, kurva už, sakra, do prčic, zasrané, zasraný, pitomé,
      blbé, debilní, debilové, idioti, kreténi, blbci, lidi, člověče, reklamní, obchodní, otravné,
      otravný, nevyžádané, nevyžádaná, takovýhle, typu, tohoto typu, druhu, každý, každý den, denně,
      pořád, stále, neustále, jakákoliv, žádné, být, jsem, jste, je, bude, budu, mám, nebudu, sms,
      firma, laskavě, ohledně, by, bych, abyste, aby, že, dobrou, na můj telefon, na mobil, tohle,
      jednou provždy, ok, nic, ničeho, dle, podle, na základě, se zpracováním, zpracováním,
      zpracování, osobních, zákon, zákona, právo, ježišmarja, proboha, bože, hele, vole, hergot,
      ďakujem, dakujem, mimochodem, pokojně, celkově, vôbec, vůbec, použitím, použití, k, účely,
      účelům, účelem, za účelem, marketingovým, pryč, těma, tema, svými, vašimi, vašima, jim, zde,
      potřetí, podruhé, po třetí, po druhé, potřetí prosím, trvale, natrvalo, navždy, neodkladně,
      co nejdříve, urychleně, pro boha, ježíši, propánakrále, věci, pitomosti, celý den,
      každou chvíli, každou hodinu, pořád dokola, opakuji, opakuju, říkám, ostatní, jiné, jiný,
      nevyžádaných, nežádoucí, nějaké, cokoliv, cokoli, mohli, mohla, mohl, jste prosím, dále už,
      žadne, nadále už, tak už, no tak, hej, okamžité, okamžitého, mohli by, mohl by, mohla by,
      něco, cokoli jiného, zcela, kompletně, vůbec nic, prosil bych, prosila bych, ať, abyste mě,
      jsem říkal, jsem říkala, říkal, říkala, prosil, prosila,
      sem, na tomto čísle, na toto číslo, dvakrát, třikrát, služební, je služební
    `,
    verbLast: true,
  },
  answers: {
    confirmation: (brand, ofAll) =>
      ofAll
        ? `${brand}: Jste odhlaseni, dalsi zpravy uz neposleme. Pro obnoveni odpovezte START.`
        : `${brand}: Tyto zpravy uz neposleme. START je obnovi, STOP ALL zrusi vse.`,
    help: (brand, helpText) =>
      `${brand}: ${helpText === '' ? '' : `${helpText} `}Pro odhlaseni odpovezte STOP.`,
    footer: 'Pro odhlaseni odpovezte STOP',
  },
});
