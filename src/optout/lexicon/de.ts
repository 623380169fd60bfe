/**
 * German, of Germany, Austria and Switzerland. Keywords: ABMELDEN and STOPP are in the published lists
 * of campaign tools; ABBESTELLEN and the rest are what people write. Misspellings: ae, oe, ue for
 * umlauts, "stop" with one p, separable verbs run together or left open.
 */
import type { Lexicon } from './lexicon.js';
import { words } from './words.js';

export const de = (): Lexicon => ({
  language: 'de',
  keywords: {
    stop: words`
      stop, stopp, stoppen, stoppt, abmelden, abmeldung, abgemeldet, meldet mich ab, abbestellen,
      abbestellung, abbestellt, austragen, austragung, kündigen, kuendigen, kündigung, beenden,
      ende, aufhören, aufhoeren, hör auf, hört auf, hoert auf, hören sie auf, schluss, schluß,
      genug, löschen, loeschen, lösch mich, löscht mich, entfernen, keine werbung, keine sms,
      keine sms mehr, widerruf, widerrufen, widerspruch, abo beenden, abo kündigen, stop sms,
      stopp sms, sms stopp, sms stop, raus, lassen sie das, lasst das, lass das, deabonnieren,
      abstellen, blockieren, sperren, abbruch, abbrechen, werbung stop, basta, storno, stornieren,
      austritt, rausnehmen
    `,
    stopAll: words`
      alles stoppen, stopp alles, alles abmelden, alles abbestellen, alles beenden, stop alles
    `,
    misspelt: words`
      abmeldn, abmelde, amelden, stob, schtop, schtopp, abmeldung sms, abmeldn bitte, abmeldenn,
      sstopp, stpp, abbestelen, aufhörn
    `,
    ordinary: words`bestellung, schlösser, vermelden, gestoppt, abmelder, ankündigen, kontrakt`,
    start: words`
      starten, fortsetzen, weiter, wieder anmelden, abonnieren, wieder aufnehmen, weitermachen,
      anmelden, anmeldung
    `,
    help: words`hilfe, hilf mir, information, infos`,
    polite: words`
      bitte, bitte schön, bitteschön, danke, danke schön, dankeschön, danke sehr, vielen dank,
      besten dank, herzlichen dank, dank, hallo, guten tag, guten morgen, guten abend, servus,
      moin, grüß gott, hi, nein danke, sorry, sofort, jetzt, umgehend, unverzüglich,
      sehr geehrte damen und herren, mfg, mit freundlichen grüßen, lg, liebe grüße, gruß, ok,
      entschuldigung, im voraus, freundliche grüße, merci, tschüss, bitte sofort
    `,
    beside: words`
      das, damit, mich, mir, endlich, verdammt, mann, scheiße, ich will, es, sms, werbung, gern,
      gerne, nachrichten, newsletter, ich möchte mich, möchte mich, ich möchte, jetzt endlich
    `,
    all: words`alles, alle, allem, komplett`,
    connectors: words`und, oder`,
  },
  grammar: {
    end: words`
      stop, stopp, stoppen, stoppt, stoppe, stoppen sie, stopt, aufhören, aufhoeren, aufhörn,
      hör auf, hoer auf, hört auf, hoert auf, hören sie auf, hoeren sie auf, hören auf, hört, hör,
      auf hören, einstellen, stellen, stellt, stell, stellen sie, beenden, beendet, beende,
      beenden sie, unterlassen, unterlasst, unterlassen sie, abstellen, schluss mit, schluss,
      genug, lassen sie, lasst, lass, lassts, unterbinden, abbrechen, ende mit, schluß mit,
      es reicht, reicht, sein lassen, bleiben lassen, vermeiden, kündigen, kündige, kuendige,
      kuendigen, verzichte auf, verzichten sie auf, abschalten, deaktivieren, deaktiviert,
      deaktivieren sie, unterlassung, hören sie bitte auf, hört bitte auf, hör bitte auf,
      hören sie endlich auf, hört endlich auf, hör endlich auf, hört sofort auf,
      hören sie sofort auf, hört doch auf, hören sie doch auf, hörts auf, hört s auf, hörts,
      höred uf, hör uf, höret uf, hört uf, schluss damit, unterlassen sie bitte, loswerden,
      werde los, werde ich los, los werden, habe genug von, hab genug von, die nase voll von,
      die schnauze voll von, ich hab genug von, ich habe genug von, aufhört, aufhörst, stoppst,
      einstellt, einstellen sie, beendest
    `,
    leave: words`
      abmelden, abmeldung, meldet mich ab, melde mich ab, melden sie mich ab, meld mich ab,
      mich abmelden, abzumelden, abgemeldet, abbestellen, abbestellung, abzubestellen,
      bestelle ab, bestellt mich ab, hiermit abbestellt, austragen, trag mich aus, tragt mich aus,
      tragen sie mich aus, trage mich aus, auszutragen, ausgetragen, austragung, deabonnieren,
      abo kündigen, abo beenden, newsletter kündigen, widerrufe, widerruf, widerspreche,
      widerspruch, einwilligung widerrufen, widerrufe meine einwilligung, einwilligung zurück,
      ich widerrufe, ich widerspreche, werbewiderspruch, ausgetragen werden, abgemeldet werden,
      will raus, möchte raus, ummeldung nein, abonnement beenden, abonnement kündigen,
      abo stornieren, melde ich mich ab, melden sie mich bitte ab, meldet mich bitte ab,
      meld mich bitte ab, melde ich mich hiermit ab, trage mich bitte aus, tragt mich bitte aus,
      tragen sie mich bitte aus, nehme meine einwilligung zurück, ziehe meine einwilligung zurück,
      ziehe meine zustimmung zurück, meine zustimmung widerrufen, lösche ich mich, kündigung des,
      kündigung vom, kündigung, ziehe ich hiermit zurück, ziehe ich zurück, ziehe zurück,
      nehme ich zurück, ich kündige, kündige das abo, kündige den, kündige, ich trete aus,
      austreten, trete aus, ich will raus, widerrufe ich, ich widerrufe hiermit,
      einwilligung entziehe, entziehe, meldt mi ab, meldts mi ab, meld mi ab, meldts mich ab,
      trogts mi aus, tragts mich aus, abmelde mich
    `,
    remove: words`
      löschen, loeschen, löscht, loescht, lösche, lösch, löschen sie, loeschen sie, gelöscht,
      zu löschen, entfernen, entfernt, entferne, entfernen sie, zu entfernen, streichen, streicht,
      streich, streichen sie, gestrichen, nehmen, nehmt, nimm, nehmen sie, herausnehmen,
      rausnehmen, rauszunehmen, herauszunehmen, rausgenommen, werfen, werft, wirf, schmeißt,
      schmeiß, raus aus, runter von, runternehmen, sperren, sperrt, sperre, blockieren, aus, raus,
      vergessen sie, vergesst, vergiss, heraus, ausschließen, holt, löschung, entfernung,
      streichung, datenlöschung, tut, tu, streicht mi, nehmts, nehmts mi, die löschung,
      die entfernung, die streichung, die sperrung, runter, entfernst, streicht mich, rausnehmt,
      verschonen, verschont
    `,
    write: words`
      schreiben, schreibt, schreib, schreibe, schreiben sie, geschrieben, zu schreiben,
      anschreiben, angeschrieben, anzuschreiben, texten, kontaktieren, kontaktiert, kontaktiere,
      kontaktieren sie, zu kontaktieren, anrufen, angerufen, anzurufen, ruft, rufen, ruf,
      rufen sie, melden, belästigen, belaestigen, belästigt, belästige, zu belästigen, nerven,
      nervt, nerv, nerve, zu nerven, genervt, stören, störe, stört, gestört, zuspammen, spammen,
      spamt, vollspammen, spammt, simsen, bombardieren, anmachen, zutexten, zumüllen, zugemüllt,
      benachrichtigen, benachrichtigt, anzusprechen, terrorisieren, bequatschen, schriibe,
      schreibts, anschreibt, anruft, belästigts,
      zuzuspammen, vollzuspammen
    `,
    send: words`
      schicken, schickt, schick, schicke, schicken sie, geschickt, zu schicken, zuschicken,
      zuzuschicken, zugeschickt, senden, sendet, sende, senden sie, gesendet, zu senden, zusenden,
      zuzusenden, zugesendet, übersenden, versenden, verschicken, zukommen, gesandt, zustellen,
      zusendung, zusendungen, versand, zumailen, mailt
    `,
    messages: words`
      nachricht, nachrichten, nachrichtn, sms, smsen, kurznachricht, kurznachrichten, werbung,
      werbe sms, werbesms, werbenachricht, werbenachrichten, reklame, newsletter, benachrichtigung,
      benachrichtigungen, mitteilung, mitteilungen, meldungen, angebote, angebot, aktionen, mails,
      infos, texte, messages, spam, spams, textnachrichten, textnachricht, info sms, kontakt, müll,
      mist, scheiß, quatsch, kontaktaufnahme, post, anrufe, msg, werbemails, rundschreiben,
      erinnerungen, werbezwecken, werbe, massen sms, dreck, sms werbung, zusendungen, newsletters,
      abo, werbig, werbungen, smse, newslettern, whatsapps, angebotsmails, promos, sms service,
      smsservice, sms dienst, smsdienst, dienst, newsletter sms, rabatte, rabattaktionen,
      gutscheine, einladungen, umfragen, kataloge, prospekte, info nachrichten, infosms, mailings,
      belästigungen, massensms, sonderangebote, angebotssms, kundeninfo, kundeninfos
    `,
    list: words`
      liste, listen, verteiler, verteilerliste, sms verteiler, mailingliste, datenbank, kartei,
      kundenkartei, system, systemen, adressbuch, kontakte, kontakten, kontaktliste, datei,
      dateien, kundenliste, empfängerliste, emailverteiler, abo, verzeichnis, werbeliste,
      telefonbuch, kundendatei, programm, gruppe, werbeverteiler, datensatz, newsletter, register
    `,
    mine: words`
      mich, mir, uns, meine nummer, diese nummer, nummer, handynummer, telefonnummer, meine daten,
      daten, meinen namen, namen, name, meine handynummer, meine tel, meine telefonnummer,
      rufnummer, mein kontakt, meinen kontakt, tel nr, nr, handynr, meine nr, meinem handy,
      mein handy, kontaktdaten, meine rufnummer, mobilnummer, adresse, meine adresse, mi,
      personenbezogenen daten, persönlichen daten, meiner daten, kontaktdatn,
      nicht mehr die nummer von, nicht die nummer von, ist nicht mehr die nummer von,
      ist nicht die nummer von, nicht mehr die nummer der, die nummer gehört nicht mehr,
      die nummer gehört jetzt, die nummer gehört nicht, an diese nummer, auf diese nummer,
      auf meine nummer, an meine nummer,
      diensthandy, diensttelefon
    `,
    not: words`
      nicht, nich, net, ned, nie, niemals, nie mehr, nie wieder, nicht mehr, nichts, nix, nimmer,
      nimma, ned mehr, nicht länger, nimmermehr, nüme, nümm, nöd, nid, nüt, net mehr
    `,
    no: words`
      keine, kein, keinen, keiner, keinerlei, keins, ohne, koa, koane, null, nie wieder, nein zu,
      nie mehr, kei, keini, ka, kane, keene, keen
    `,
    more: words`
      mehr, mehrere, weitere, weiteren, weiterer, wieder, künftig, zukünftig, in zukunft,
      weiterhin, nie mehr, nie wieder, nicht mehr, mher, nochmal, noch mal, noch einmal, länger,
      jemals, ab sofort, fortan, andauernd, meh, mer, mea, nimmer, nimma, nümm, nüme
    `,
    want: words`
      will, möchte, moechte, mag, wünsche, wuensche, brauche, wollen, wünschen, brauch, interesse,
      interessiert, wollte, erwünscht, gewünscht, bestellt, zugestimmt, eingewilligt, hätte gern,
      würde gern, lust auf, lust, bedarf, abonniert, verlangt, gebeten, angefordert, benötige,
      einverstanden, mog, wott, mecht, wü, bock, bock auf, lust mehr
    `,
    receive: words`
      bekommen, erhalten, empfangen, kriegen, bekomme, bekommn, haben, sehen, hören von,
      von euch hören, von ihnen hören, zu bekommen, zu erhalten, zugeschickt bekommen, lesen,
      kontaktiert werden, angeschrieben werden, genervt werden, belästigt werden, gestört werden
    `,
    demands: words`
      vergessen sie meine nummer, vergesst meine nummer, vergiss meine nummer,
      löscht meine nummer, lösch meine nummer, löschen sie meine nummer, nehmen sie mich raus,
      nehmt mich raus, nimm mich raus, nehmt mich aus, nehmen sie mich aus, ich blockiere,
      ich blockiere sie, ich blockiere euch, ich zeige sie an, ich zeige euch an, sonst anzeige,
      blockiert, lasst das sein, lass das sein, lassen sie das sein, unterlassen sie das,
      unterlasst das, hört auf damit, hör auf damit, hören sie auf damit, hören sie damit auf,
      streicht mich, verzichte auf weitere, keinen kontakt mehr, kein kontakt mehr, ich melde euch,
      ich melde sie, das ist spam, melde das als spam, ich melde das, wird gemeldet,
      bundesnetzagentur gemeldet, beschwere mich, ich beschwere mich
    `,
    dismissals: words`
      lasst mich in ruhe, lass mich in ruhe, lassen sie mich in ruhe, in ruhe lassen, in ruhe,
      lasst mich in frieden, lass mich in frieden, in frieden, verpiss dich, verpisst euch,
      verpissen sie sich, hau ab, haut ab, halt die klappe, halt die fresse, haltet die klappe,
      fickt euch, fick dich, zieht leine, geht weg, geh weg, leckt mich, leck mich, verschwindet,
      verschwinde, nervt nicht, nerv nicht, unerwünscht, kein bedarf, lass das, lasst das,
      lassen sie das, klappe, hau ab du, geht mir nicht auf die nerven, nerven sie nicht,
      schleich di, schleich dich, geht mir nicht mehr auf den sack, geht mir auf den sack,
      geht mir nicht auf den sack, geht mir nicht auf die eier, geht mir auf die nerven,
      ich will das nicht, will das nicht, möchte das nicht, ich möchte das nicht, löschen sie das,
      löscht das, lösch das, löscht sie, lösch sie, geht sterben, lasst es, lass es, lassen sie es,
      lasst gut sein, zisch ab, zieh leine, macht die fliege, mir reicht es, mir reichts,
      mir reicht s, es langt, jetzt langts, jetzt reichts, jetzt reicht s, jetzt reicht es, reichts,
      hob genug, ihr nervt
    `,
    reasons: words`
      falsche nummer, falsche person, falsch verbunden, verwählt, nummer falsch,
      falscher empfänger, kein interesse, keine interesse, nicht interessiert, desinteresse,
      interessiert mich nicht, wer ist da, wer sind sie, wer bist du, wer ist das,
      kenne sie nicht, kenne ich nicht, kenn ich nicht, ich kenne sie nicht, schon gesagt,
      schon mehrfach, mehrfach, mehrmals, schon oft, letzte mal, letztes mal, zum letzten mal,
      habe ich schon, anzeige, anwalt, polizei, dsgvo, datenschutz, verbraucherzentrale,
      abmahnung, bundesnetzagentur, belästigung, betrug, betrüger, spam, kein kunde mehr,
      kein kunde, nicht mehr kunde, habe nie zugestimmt, nie zugestimmt, nie angemeldet,
      nie bestellt, nie eingewilligt, hab die schnauze voll, die nase voll, schnauze voll,
      genervt, nicht bestellt, frechheit, umgezogen, keine einwilligung, ohne einwilligung,
      unverschämtheit, verstorben, gestorben, ist tot, weggezogen, nicht mehr aktuell,
      nummer gewechselt, neue nummer, bin nicht, gehört mir nicht, gehört jetzt, nicht meine, dsg,
      ugp, uwg, wer schreibt da, woher haben sie meine nummer, woher habt ihr meine nummer,
      mein vater ist verstorben, mein vater ist gestorben, meine mutter ist verstorben,
      meine mutter ist gestorben, mein mann ist verstorben, mein mann ist gestorben,
      meine frau ist verstorben, meine frau ist gestorben, meine oma ist verstorben,
      meine oma ist gestorben, mein opa ist gestorben, 21 dsgvo, 17 dsgvo,
      nicht mehr die nummer von, nicht die nummer von, ist nicht mehr die nummer von,
      ist nicht die nummer von, nicht mehr die nummer der, die nummer gehört nicht mehr,
      die nummer gehört jetzt, die nummer gehört nicht, woher haben sie die nummer,
      woher habt ihr die nummer, wer hat euch meine nummer gegeben,
      wer hat ihnen meine nummer gegeben, zum dritten mal, zum zweiten mal, dritte mal, nervt,
      das nervt, nervt nur, ihr nervt, sie nerven, es nervt, zu viele, zu viele nachrichten,
      viel zu viele, habe nicht zugestimmt, hab nicht zugestimmt, wohne nicht mehr, schon gekauft,
      brauche ich nicht, brauch ich nicht, zurückgezogen, spam ist das, bock, nie registriert,
      habe mich nie angemeldet, hab mich nie angemeldet, nicht angemeldet, nie abonniert,
      nie etwas bestellt, nie gegeben
    `,
    keep: words`
      nicht abmelden, nicht aufhören, hört nicht auf, hör nicht auf, hören sie nicht auf,
      nicht löschen, nicht abbestellen, nicht kündigen, nicht stoppen, weiter schicken,
      weiter senden, weiterhin schicken, schickt weiter, nicht austragen, bekomme keine,
      erhalte keine, kommen keine, kommt keine, nicht angekommen, bekommen keine,
      sie erhalten keine, habe keine, habe noch keine, hab keine, hab noch keine,
      keine nachricht erhalten, nicht entfernen, nicht streichen
    `,
    questions: words`
      wann, wo, warum, wieso, weshalb, was, welche, welcher, welches, wer, wen, ist, sind,
      gibt es, hast du, habt ihr, haben sie, kann ich, muss ich, soll ich, hast, woher, wozu,
      bis wann, ab wann, hast du nicht, darf ich, stoppt der, soll ich dir, sollen wir, müssen wir
    `,
    how: words`wie, wie kann ich, wie kann man, wie komme ich`,
    limits: words`
      bis, heute, morgen, heute nacht, nachts, so spät, so früh, während, solange, wenn, falls,
      stattdessen, lieber, lieber per, sondern, außer, ausser, bevor, nach, am wochenende,
      sonntags, sonntag, montag, im moment, momentan, gerade, vorerst, erstmal, um diese uhrzeit,
      auf der arbeit, in der arbeit, vor, übermorgen, abends, kurz
    `,
    subjects: words`ich, er, wir, der, es, man, du, ihr, keiner, jemand, hier, bus, zug, das`,
    articles: words`
      der, die, das, ein, eine, den, dem, einen, im, am, zum, nächste, nächster, nächsten, meinen,
      meine, letzte, letzten, einem, des, vor, vorm, beim, zu, ins
    `,
    others: words`
      ihm, ihr, ihnen allen, meiner frau, meinem mann, meiner mutter, meinen sohn, allen, anderen,
      ihn, leute, den leuten, dir, euch, dich
    `,
    joins: words`und, aber, oder, weil, da, denn, sonst, dann, also, u, bzw, außerdem, ansonsten`,
    light: words`
      ich, sie, ihr, du, euch, ihnen, dir, mir, mich, uns, mein, meine, meinen, meiner, meinem,
      eure, eurer, eurem, euren, ihre, ihrer, ihrem, ihren, deine, deiner, der, die, das, den, dem,
      des, ein, eine, einen, einer, diese, dieser, dieses, diesen, diesem, dies, solche, solchen,
      alle, aller, allen, alles, jede, von, vom, aus, an, auf, mit, damit, dass, daß, per, via, für,
      über, zu, bei, in, im, so, doch, mal, endlich, sofort, bitte, jetzt, ja, schon, immer,
      ständig, dauernd, eigentlich, ab, sehr, einfach, unbedingt, können sie, könnt ihr, kannst du,
      könnten sie, könntet ihr, könntest du, würden sie, würdet ihr, bitte um, ich bitte sie,
      ich bitte euch, ich bitte, bitten, bitte sie, fordere, ich fordere, fordere sie auf, sie auf,
      ich möchte dass, ich will dass, möchte, möchten, will, gern, gerne, werden, wird, werde,
      würde, sein, bin, habe, hab, haben, verdammt, verdammte, verdammten, scheiß, scheiss, scheiße,
      fucking, blöde, blöden, blöd, nervige, nervigen, dumme, dummen, arschlöcher, arschloch,
      idioten, ihr idioten, mann, leute, herrgott, kruzifix, wirklich, absolut, freundlicherweise,
      unerwünschte, unerwünschten, hiermit, weg, raus, künftige, art, dergleichen, derartige,
      derartigen, solcher, firma, handy, auf mein handy, ganzen, ganze, irgendwelche, wegen, davon,
      hierher, umgehend, unverzüglich, es, was sein, mehr als, tägliche, täglichen, ok, danke,
      bitte danke, hallo, los, lassen, lasst, lass, meinerseits, ausdrücklich, nun, nur, nutzung,
      verwendung, verarbeitung, speicherung, einwilligung, zustimmung, erlaubnis, gemäß, gemäss,
      laut, abs, absatz, zwecke, zwecken, zu werbezwecken, personenbezogenen, personenbezogener,
      verlange, ich verlange, i, eich, eire, oida, heast, bittschön, hoid, halt, eh, bittschen, zum,
      zur, de, 21, 17, gebrauch, verwendet, werbemaßnahmen, marketingzwecken, geltend, recht, mache,
      gebrauch von, sack, nur noch, zum dritten mal, zum zweiten mal, dritte mal, zweite mal,
      zum wiederholten mal, zum x ten mal, ich sage es, zeug, sachen, kram, blödsinn, unsinn,
      dauerhaft, endgültig, permanent, schnellstmöglich, schnellstens, augenblicklich, freundlichst,
      höflichst, um gottes willen, gottes willen, himmel, meine güte, menschenskind, ey, alter,
      digga, echt, langsam, langsam mal, wiederhole, ich wiederhole, unaufgeforderte,
      unaufgeforderten, lästige, lästigen, belästigende, weiterer, jeglicher, jegliche, jeglichen,
      sämtliche, sämtlicher, jemals, ständigen, dauernden, vielen, vielen dank im voraus,
      diesbezüglich, kostenpflichtigen, automatische, automatischen, unseriöse, unseriösen, könnte,
      könnt, kannst, dürfen, darf, müssen, sollen, sollte, sofortige, sofortiger, sofortigen,
      irgendwas, etwas, gar, gar nichts, überhaupt, überhaupt nichts, generell, grundsätzlich,
      insgesamt, sollt, sollst, solln, solltet, gesagt, gebeten,
      hier, hierhin, zweimal, dreimal, dienstlich
    `,
    verbLast: true,
    notFollows: true,
  },
  answers: {
    confirmation: (brand, ofAll) =>
      ofAll
        ? `${brand}: Sie sind abgemeldet und bekommen keine Nachrichten mehr. Wieder anmelden: START`
        : `${brand}: Sie bekommen diese Nachrichten nicht mehr. Wieder anmelden: START. Alles abmelden: STOP ALL`,
    help: (brand, helpText) =>
      `${brand}: ${helpText === '' ? '' : `${helpText} `}Abmelden mit STOP.`,
    footer: 'Abmelden mit STOP',
  },
});
