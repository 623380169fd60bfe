/**
 * Hungarian. No published list was found; STOP, LEIRATKOZOM and "ne küldjenek többet" are what people
 * write, and a speaker should look again. Misspellings: accents left out, as in the answers.
 */
import type { Lexicon } from './lexicon.js';
import { words } from './words.js';

export const hu = (): Lexicon => ({
  language: 'hu',
  keywords: {
    stop: words`
      stop, stopp, leiratkozás, leiratkozom, leiratkozni, leiratkoznék, leiratkozas, leiratkozok,
      leiratkoztatás, iratkozás le, leállít, leállítás, állítsd le, állítsa le, állítsák le, állj,
      álljon le, lemondás, lemondom, lemondani, lemond, töröl, töröld, törölje, töröljék, törlés,
      törölni, törlést kérek, törlést, törölj, töröljön, töröljenek, elég, elég volt, elég legyen,
      vége, befejezni, fejezzék be, fejezze be, fejezd be, hagyd abba, hagyja abba, hagyják abba,
      abbahagyni, megszüntet, megszüntetés, kilépés, kilépek, kilépni, kiszállok, tiltás,
      letiltás, letilt, tiltom, nem kérek, nem kérem, nem kell, nem akarok, visszavonom, mégse,
      mégsem, szüntesd meg, szüntessék meg, visszavonás, feliratkozás törlése,
      le szeretnék iratkozni, stop sms
    `,
    stopAll: words`stop mind, mindent töröl, minden leállítása, stop minden, összes leállítása`,
    misspelt: words`
      leiratkozad, leirtkozás, leiratkozs, leiratkozasz, leírtkozás, leiratkozás kérem, torles,
      törlsé, leítakozás, leiratkozam
    `,
    ordinary: words`feliratkozni, beiratkozás`,
    start: words`
      indít, indítás, folytatás, kezdés, újra, visszatérés, feliratkozás, feliratkozom
    `,
    help: words`segítség, súgó, információ, segítsen`,
    polite: words`
      kérem, kérlek, legyen szíves, légy szíves, legyenek szívesek, légyszi, lécci,
      szíveskedjenek, szíveskedjék, köszönöm, köszönöm szépen, köszi, kösz, köszi szépen,
      előre is köszönöm, előre is köszi, üdv, szia, helló, jó napot, jó napot kívánok, jó estét,
      jó reggelt, elnézést, bocs, bocsánat, most, azonnal, sürgősen, haladéktalanul, nem köszönöm,
      nem kösz, ok, oké, tisztelettel, tisztelt, uram, hölgyem, köszönettel, kösz szépen
    `,
    beside: words`
      ezt, azt, már, engem, a francba, végre, sms, sms t, üzenetek, az üzeneteket, reklámot,
      szeretnék, kérek, kérnék, ebből, a listáról, ezeket
    `,
    all: words`mind, mindent, mindet, összeset, teljesen`,
    connectors: words`és, vagy`,
  },
  grammar: {
    end: words`
      stop, stopp, állj, álljon le, álljanak le, álljatok le, állítsd le, állítsa le, állítsák le,
      állítsátok le, leállítani, leállítását, leállítása, hagyd abba, hagyja abba, hagyják abba,
      hagyjátok abba, abbahagyni, fejezd be, fejezze be, fejezzék be, fejezzétek be, befejezni,
      befejezését, elég, elég volt, elég legyen, elég a, elegem van, elegem van a, szüntesd meg,
      szüntesse meg, szüntessék meg, megszüntetni, megszüntetését, mondja le, mondd le,
      mondják le, lemondani, lemondom, lemondását, töröljék, törölje, töröld, törölni, mellőzzék,
      mellőzze, kapcsolják ki, kapcsolja ki, kapcsold ki, kikapcsolni, tiltsák le, tartózkodjanak,
      kerüljék, vége, állítsák le már, elég már, elég legyen már, fejezzék be már, hagyják már abba,
      hagyd már abba, szűnjön meg, szüntessétek meg, ne folytassák, állítsátok már le, hagyjanak a,
      hagyjatok a, hagyjon a, unom, unom már, unom a, szabadulok meg, szabaduljak meg,
      megszabadulni, megszabadulok, abbahagynátok, abbahagyná, abbahagynák, abbahagynád,
      abba tudnák hagyni, abba tudná hagyni, abba tudnátok hagyni, abbahagyni kérem, hagyjanak fel,
      hagyjanak fel az, hagyjon fel, elég volt ebből, elég volt az, elég volt a, elegem van ebből,
      elegem van az, elegem lett, torkig vagyok, torkig vagyok a, torkig vagyok az, állítsák már le,
      megszüntetését kérem, megszüntetése, leállítását kérem, lemondom az, lemondom a, lemondanám,
      kapcsoljátok ki, hagyják abba már, hagyjátok abba már, szűnjenek meg, leállítanák, leállítaná,
      leállítanátok, megszüntetnék
    `,
    leave: words`
      leiratkoz*, leiratkozás, le szeretnék iratkozni, le akarok iratkozni, iratkoztassanak le,
      iratkoztasson le, iratkoztass le, leiratkoztat*, leiratkozást, kijelentkez*,
      visszavonom a hozzájárulásom, visszavonom hozzájárulásomat, visszavonom a hozzájárulásomat,
      visszavonom a beleegyezésem, visszavonom az engedélyt, nem járulok hozzá,
      nem adtam engedélyt, nem adtam hozzájárulást, nem járultam hozzá, nem egyezem bele,
      tiltakozom, feliratkozás törlése, feliratkozásom törlése, feliratkozásom törlését,
      ki szeretnék lépni, ki akarok lépni, ki szeretnék iratkozni, kiiratkoz*, megtiltom,
      hozzájárulásom visszavonása, kérem a törlésemet, törlésemet, kérem a törlésem, törlésem,
      visszavonom a hozzájárulást, visszavonom az engedélyemet, visszavonom beleegyezésemet,
      visszavonom a beleegyezésemet, leiratkozást kérek, iratkoztassatok le, leiratkozási,
      hozzájárulásomat visszavonom, tiltakozom az, iratkoztassák le, iratkoztassátok le,
      iratkoztassa le, leiratkoztatni, lejelentkez*, le szeretnék jelentkezni,
      lemondom a szolgáltatást, lemondom a feliratkozást, lemondom a feliratkozásom,
      soha nem járultam hozzá, nem járultunk hozzá, visszavonom az, visszavonom a,
      megvonom a hozzájárulásom, ki akarok iratkozni, kiszállnék, kiszállok, ki akarok szállni
    `,
    remove: words`
      töröljék, törölje, töröld, töröljetek, töröljenek, töröljön, törölj, töröljék ki,
      törölje ki, töröld ki, törölni, törlése, törlését, törlésemet, törlését kérem, törlést,
      vegyenek le, vegyen le, vegyél le, vegyetek le, vegyenek ki, vegyen ki, vegyél ki,
      vegyetek ki, vegyék ki, vegye ki, vedd ki, vegyék le, vegye le, levenni, kivenni,
      távolítsanak el, távolítsák el, távolítsa el, távolítson el, távolíts el, eltávolítani,
      eltávolítását, húzzanak ki, húzzák ki, húzza ki, felejtsék el, felejtsd el, felejtse el,
      blokkolják, tiltsák le, szedjenek le, szedjetek le, törlésre, törlési, kivételemet,
      vegyél már le, vegyenek már le, töröljetek ki, töröljenek ki, szedjenek ki, vegyetek már le,
      vegyen már le, vedd le, vegyél már le a, szedjetek már le, ki tudnák venni, ki tudná venni,
      ki tudnátok venni, le tudnának venni, le tudna venni, vegyék ki a, vegyék ki az, vegyék le a,
      kivételét, vegyenek ki a, töröltetni, töröltessék, szeretném töröltetni, kihúzni, törlésére,
      törölnék, törölnétek, törölné, kivennék, kivennétek, levennének, levennétek
    `,
    write: words`
      írjon, írjanak, írj, írjatok, írni, írogassanak, írogasson, írogass, írogassatok, írogatni,
      írogatást, írogatás, zaklassanak, zaklasson, zaklass, zaklassatok, zaklatni, zaklatást,
      zaklatás, zaklatását, zavarjanak, zavarjon, zavarj, zavarjatok, zavarni, hívjanak, hívjon,
      hívj, hívjatok, hívni, hívogassanak, hívogasson, hívogatni, keressenek, keressen, keress,
      keressetek, keresni, megkeresni, kapcsolatba lépni, vegyék fel a kapcsolatot,
      lépjenek kapcsolatba, spameljenek, spameljetek, spammelni, spamelni, spamelést,
      idegesítsenek, idegesítsetek, molesztáljanak, molesztálni, nyaggassanak, háborgassanak,
      bombázzanak, értesítsenek, megkereséseket, irjanak, irjatok, irjon, irj, zargassanak,
      zargassatok, zargatni, írogassatok már, keressetek meg, megkeressenek, háborgatni,
      keressenek meg, hívogassatok, megkeresnek, háborgassanak már, telefonáljanak,
      zaklassanak tovább, írkáljanak, írkáljatok, írkálni, zavarni tovább,
      vegyék fel velem a kapcsolatot, keressenek többé, írnának, írnátok, hívnának, zaklatnának,
      ne zaklassanak
    `,
    send: words`
      küldjön, küldjenek, küldj, küldjetek, küldjék, küldje, küldjél, küldeni, küldés, küldést,
      küldését, küldözgessenek, küldözgessen, küldözgess, küldözgessetek, küldözgetni,
      küldözgetést, küldözgetését, küldözgetés, küldd, kuldjenek, kuldjon, kuldeni, kuldj,
      kuldjetek, elküldését, jöjjön, jöjjenek, küldözgetik, küldik, küldjétek, küldöztök, érkezzen,
      küldésének, küldésétől, küldésüket, küldözgessék, küldéséről, küldésével, küldögessenek,
      küldögetni, elküldeni, kiküldeni, küldtök, küldenek, küldjön már, küldenének, küldenétek
    `,
    messages: words`
      üzenet, üzenetet, üzenetek, üzeneteket, üzeneteit, üzeneteiket, uzenet, uzenetet, uzeneteket,
      üzenetekből, sms, sms t, sms ek, sms eket, smst, smsek, smseket, sms ekből, sms eik, esemes*,
      reklám, reklámot, reklámok, reklámokat, reklámokból, reklámsms, reklám sms t, hirdetés,
      hirdetést, hirdetések, hirdetéseket, ajánlat, ajánlatot, ajánlatok, ajánlatokat, értesítés,
      értesítést, értesítések, értesítéseket, hírlevél, hírlevelet, hírlevelek, spam, spamet,
      spameket, promóciót, promóciók, akciók, akciókat, levelet, leveleket, emlékeztetőt, marketing,
      marketinget, baromságot, hülyeséget, szemetet, szart, megkeresést, megkeresések,
      tájékoztatást, tájékoztatót, kéretlen üzenetek, reklámjaik, reklámjaikat, reklámjaitok,
      ajánlataik, ajánlataikat, ajánlataitok, üzeneteik, üzeneteitek, sms küldést, sms küldését,
      sms küldés, üzenetküldést, üzenetküldés, promó, promóció, reklámküldést, reklámüzenet,
      reklámüzenetet, reklámüzeneteket, kuponokat, reklámjaikkal, reklámjaitokkal, akcióitokkal,
      akcióikkal, ajánlataikkal, ezektől az üzenetektől, üzenetektől, sms ektől, reklámoktól,
      üzenetükkel, üzenettel, üzenetekkel, üzenet*, reklám*, ajánlat*, akció*, hirdetés*,
      értesítés*, hírlevel*, spam*, smsek*, sms szolgáltatás*, szolgáltatás*, promóció*, kupon*,
      kedvezmény*, meghívó*, kérdőív*, katalógus*, smsez*, sms ezés*, smst*, sms ük*, üzenetküldés*,
      levelei*, híreket, hívást, hívásokat, megkeresés*
    `,
    list: words`
      lista, listáról, listából, listájukról, listátokról, listátokból, listájáról, listájukból,
      listáikról, adatbázis, adatbázisból, adatbázisukból, adatbázisotokból, adatbázisról,
      rendszerből, rendszerükből, nyilvántartásból, nyilvántartásukból, névjegyzékből, névjegyek,
      címlistáról, címlistájukról, levelezőlistáról, hírlevélről, sms listáról, csoportból,
      előfizetésből, előfizetés, telefonkönyvből, kapcsolatok közül, feliratkozásom,
      ügyféllistáról, feliratkozottak közül, adatbázis*, lista*, listá*, rendszer*, nyilvántartás*,
      címlist*, hírlevél*
    `,
    mine: words`
      engem, nekem, minket, nekünk, számom, számomat, a számomat, a számom, telefonszámom,
      telefonszámomat, a telefonszámomat, ez a szám, ezt a számot, erre a számra,
      erre a telefonszámra, számot, telefonszámot, szám, a nevem, nevemet, adataim, adataimat,
      az adataimat, a mobilom, a telefonom, telefonomra, számomra, kontaktom, személyes adataim,
      személyes adataimat, adataimnak, nevem, ez már nem, ez a szám már nem, ez a szám nem, száma,
      számom*, telefonszám*, velem, ezen a számon, ezt a számom, adataim*
    `,
    not: words`
      ne, nem, soha, sohase, soha többé, soha többet, többé ne, sose, se, nehogy, többet ne,
      többé nem, ne is, semmilyen, nem kérek, nem kérem, nem kell, nem akarok, nem szeretnék,
      nem óhajtok, nem kívánok, nem akarom, nem igénylek, nem igénylem, nem vagyok kíváncsi,
      nem érdekel, nem érdekelnek, nem tartok igényt, nem igényeljük, nem kérünk, nem szeretnénk,
      nem akarunk, nem kellenek, ne többet, többet nem, nincs szükségem, nincs szükségem több,
      nincs szükségünk, nem érdekel a, nem érdekelnek az,
      ne zaklassanak
    `,
    no: words`
      nincs, nélkül, semmilyen, semmi, elég, elég a, nulla, elegem van a, egyetlen, nem kérek
    `,
    more: words`
      több, többet, többé, többször, további, újra, megint, soha többé, soha többet, soha,
      a jövőben, ezentúl, tovább, mostantól, ezután, újabb, még egyszer, tobbet, tobbe,
      a továbbiakban, továbbiakban, már, jövőbeni, ismét
    `,
    want: words`
      nem kérek, nem kérem, nem kell, nem akarok, nem szeretnék, nem óhajtok, nem kívánok,
      nem akarom, nem igénylek, nem igénylem, nem vagyok kíváncsi, nem érdekel, nem érdekelnek,
      nem tartok igényt, akarok, szeretnék, kérek, kívánok, kell, óhajtok, kértem, feliratkoztam,
      rendeltem, nem érdekelnek a, nem igényeljük, nem kérünk, nem szeretnénk, nem akarunk,
      nem kellenek, nincs szükségem, nincs szükségem több, nincs szükségünk, szükségem
    `,
    receive: words`
      kapni, fogadni, látni, hallani, olvasni, kapjak, kapok, megkapni, érkezzen, jöjjön
    `,
    demands: words`
      felejtsék el a számomat, felejtsd el a számomat, felejtse el a számomat,
      töröljék a számomat, törölje a számomat, töröld a számomat, töröld a számom,
      töröljék a számom, letiltom, letiltottam, letiltottalak, blokkolom, blokkoltam, blokkolva,
      feljelentem, feljelentést teszek, feljelentés, panaszt teszek, bejelentem,
      vegyenek le a listáról, hagyják ezt abba, hagyják már abba, fejezzék már be, hagyd már abba,
      szálljanak le rólam, szállj le rólam, ez spam, feljelentem magukat, feljelentem önöket,
      feljelentelek titeket, jelentem a nmhh nak, jelentem, bejelentést teszek, jelentem mint spam,
      spamnek jelölöm, panaszt nyújtok be
    `,
    dismissals: words`
      hagyjanak békén, hagyjon békén, hagyj békén, hagyjatok békén, békén, hagyjanak már békén,
      hagyjanak nyugton, nyugton, hagyj már békén, menjenek a fenébe, menj a fenébe,
      menjenek a francba, menj a francba, menj a picsába, menjenek a picsába, menjetek a picsába,
      húzzatok el, húzz el, húzzanak el, kopj le, kopjatok le, kopjanak le, tűnj el, tűnjetek el,
      tűnjenek el, fogd be, fogják be, baszódjatok meg, baszd meg, bazd meg, kapjátok be, kapd be,
      takarodjatok, takarodj, takarodjanak, ne zavarjon, ne zavarjanak, ne zaklassanak, hagyjuk,
      szálljatok le rólam, kéretlen, menjetek a fenébe, menjetek a francba, nem kérem ezt,
      nem akarom ezt, nem kell ez, töröljék azt, hagyjanak a, na elég volt, na elég, torkig vagyok,
      elegem lett, hagyjanak már, hagyjatok már, menjenek már, tűnés, elég ebből, elég volt ebből,
      nem kérek semmit, nem kérek többet semmit, nem kell semmi
    `,
    reasons: words`
      rossz szám, rossz számot, téves szám, téves, téves hívás, tévedés, rossz ember, nem én vagyok,
      eltévesztették, eltévesztette, nem érdekel, nem érdekelnek, nem érdekel többé,
      nem vagyok érdekelt, érdektelen, ki ez, ki maga, kik maguk, ki vagy, nem ismerem,
      nem ismerem magukat, már mondtam, már kértem, többször kértem, többször mondtam, ezerszer,
      sokszor, többször is, utoljára, utolsó figyelmeztetés, gdpr, naih, panasz, rendőrség, ügyvéd,
      csalás, csalók, spam, zaklatás, törvénytelen, nem vagyok ügyfél, már nem vagyok ügyfél,
      nem iratkoztam fel, soha nem iratkoztam fel, nem rendeltem, nem kértem, elegem van, unom,
      unom már, meghalt, elhunyt, elhalálozott, elköltöztem, elköltöztünk, számot cseréltem,
      számot váltottam, ez nem az én számom, nem az én számom, nem én vagyok az,
      honnan van meg a számom, honnan tudják a számom, honnan van a számom, ki az, kik ezek,
      ki irkál, nem vagyok az, gdpr alapján, már nem az, a férjem meghalt, a feleségem meghalt,
      az anyám meghalt, az apám meghalt, férjem meghalt, feleségem meghalt, anyám meghalt,
      apám meghalt, édesanyám meghalt, édesapám meghalt, édesanyám elhunyt, édesapám elhunyt,
      a férjem elhunyt, a feleségem elhunyt, anyukám meghalt, apukám meghalt, ez már nem,
      ez a szám már nem, ez a szám nem, kitől kapták a számom, kitől kapták a számomat,
      honnan szerezték a számom, honnan szerezték a számomat, ki adta meg a számomat, száma,
      harmadszor, másodszor, harmadszorra, századszor, századszorra, túl sok, túl sok üzenet,
      túl gyakran, már vettem, nem lakom ott, nem lakom itt, soha nem voltam ügyfél,
      nem adtam meg a számom, nem adtam meg a számomat, rossz számot hívtak, rossz számot hívott,
      ez spam, idegesít, idegesítenek, zavar, bosszant, soha nem regisztráltam, nem regisztráltam,
      soha nem kértem, nem is kértem, sosem iratkoztam fel
    `,
    keep: words`
      ne töröljenek, ne töröljön, ne töröljék, ne törölj, ne hagyja abba, ne hagyják abba,
      ne hagyd abba, ne állítsák le, ne iratkoztassanak le, nem akarok leiratkozni,
      nem szeretnék leiratkozni, folytassák, folytassa, folytasd, továbbra is szeretnék,
      továbbra is kérek, továbbra is, nem kaptam, nem jött, nem érkezett, nem kapok, nem kapja,
      nem kap, ne mondja le, ne mondd le, nem jött meg, jöhet
    `,
    questions: words`
      mikor, hol, miért, mi, mit, melyik, ki, mennyi, hány, hányas, hánykor, van, vane,
      lehet kapni, megálló, busz, meddig, mikorra, hova
    `,
    how: words`hogyan, hogy lehet, hogy tudok, hogyan lehet, hogyan tudok`,
    limits: words`
      ig, amíg, míg, ma, holnap, este, ma este, éjjel, éjszaka, reggel, ezen a héten, helyett,
      inkább, ilyen későn, ilyen korán, ilyenkor, ha, amikor, kivéve, után, előtt, egyelőre,
      munkahelyemen, hétfőn, vasárnap, szombaton, hétvégén, átmenetileg, később, csak, időpont,
      időpontot, időpontom, rendelés, rendelést, rendelésem, foglalást, foglalásom, hét, hónap
    `,
    subjects: words`ő, ők, mi, én, valaki, senki, busz, vonat`,
    articles: words`következő, a következő, nap, hét, hónap`,
    others: words`
      neki, nekik, anyámnak, feleségemnek, férjemnek, fiamnak, mindenkinek, az embereknek, neked,
      őt, mindenkit
    `,
    joins: words`
      és, de, vagy, mert, mivel, ezért, különben, is, valamint, hanem, illetve, s, úgyhogy
    `,
    light: words`
      én, ön, önök, maga, maguk, ti, te, engem, nekem, minket, nekünk, a, az, egy, ez, ezt, ezek,
      ezeket, ezekből, ezekkel, azt, azokat, ilyen, ilyet, ilyeneket, ebből, önöktől, tőletek,
      tőlük, magától, maguktól, tőled, önök által, ra, re, ról, ből, kérem, kérlek, kérném, kérjük,
      legyen szíves, légy szíves, azonnal, most, már, végre, mindig, folyton, állandóan, naponta,
      minden nap, minden, mindenféle, összes, bármilyen, semmilyen, semmi, igazán, tényleg, nagyon,
      annyi, sok, csak így, hogy, lehetne, lehetséges, tudnának, tudna, tudnátok, tudnál, tudnák,
      szeretném, szeretném ha, szeretnék, szeretnem, akarok, akarom, akarom hogy, követelem,
      követelem hogy, kérem hogy, kérek, kérnék, kérném hogy, a francba, francba, a fenébe, fenébe,
      baszki, bassza meg, basszus, kurva, kurvára, rohadt, szar, hülye, hülyék, idióták, barmok,
      emberek, haver, ember, reklám, kereskedelmi, marketing, zavaró, idegesítő, kéretlen,
      felesleges, fölösleges, típusú, fajta, ilyen jellegű, jellegű, cég, cégüktől, telefonomra,
      mobilomra, véglegesen, egyszer és mindenkorra, vagyok, van, legyen, lenni, volt, meg, le, ki,
      el, abba, is, oké, ide, itt, teljes, mellett, keresztül, tőlünk, soha, alapján, szerint,
      értelmében, jog, jogom, törvény, személyes, kezelését, kezeléséhez, kezeléshez, adatkezelés,
      adatkezeléshez, hozzájárulás, légyszives, könyörgöm, istenem, hallják, uraim, hölgyeim,
      srácok, komolyan, egyáltalán, küldését, semmit, semmiféle, célú, célra, célokra,
      felhasználása ellen, felhasználását, felhasználása, felhasználásához, ellen, ezektől, ettől,
      harmadszor, másodszor, harmadszorra, örökre, végérvényesen, sürgős, mielőbb,
      amilyen gyorsan csak lehet, az isten szerelmére, isten szerelmére, az ég szerelmére, dolgokat,
      dolgok, egész nap, állandó, óránként, percenként, ismétlem, mondom, mondtam, na, nahát,
      ugyan már, hé, többi, egyéb, más, mást, szeretném ha nem, jó, napot, magukat, ezekkel a,
      ezekkel az, önöknek, nektek, tőlem, a továbbiakban is, az önök, azonnali, teljes körű,
      tudnátok kérem, lehetne kérni, valamit, bármit, semmi mást, egyáltalán nem, teljesen,
      azt akarom, azt akarom hogy, azt kérem, azt kérem hogy, mondtam hogy, már mondtam hogy,
      kétszer, háromszor, öntöktől
    `,
    verbLast: true,
  },
  answers: {
    confirmation: (brand, ofAll) =>
      ofAll
        ? `${brand}: Leiratkozott, nem kap tobb uzenetet. Ujra feliratkozna? Valaszoljon: START`
        : `${brand}: Ilyen uzenetet nem kap tobbet. Ujra: START, minden leallitasa: STOP ALL`,
    help: (brand, helpText) =>
      `${brand}: ${helpText === '' ? '' : `${helpText} `}Leiratkozas: valaszoljon STOP.`,
    footer: 'Leiratkozas: valaszoljon STOP',
  },
});
