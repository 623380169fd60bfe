/**
 * Turkish. Keywords: RET is the word of the national register İYS, by which commercial messages are
 * refused; İPTAL and DUR are named by guides to sending there. Misspellings: letters without their
 * dots and cedillas, as in the answers. Verbs carry the negation, and come last.
 */
import type { Lexicon } from './lexicon.js';
import { words } from './words.js';

export const tr = (): Lexicon => ({
  language: 'tr',
  keywords: {
    stop: words`
      stop, ret, iptal, iptal et, iptal edin, iptal ediyorum, dur, durun, durdur, durdurun,
      durdurunuz, çik, çikar, çikiş, çikmak istiyorum, listeden çik, listeden çikar,
      listeden çikarin, beni çikarin, beni çikar, sil, silin, beni sil, kaldir, kaldirin, son ver,
      sonlandir, bitir, yeter, yeter artik, kes, birak, birakin, üyelik iptal, abonelik iptal,
      abonelikten çik, üyelikten çik, kapat, kapatin, reddet, reddediyorum, istemiyorum, engelle,
      vazgeç, vazgeçtim, ayril, sms iptal, iptal sms, sms istemiyorum, mesaj iptal, yapmayin,
      abonelikten çikma, ret sms
    `,
    stopAll: words`
      hepsini iptal, hepsini durdur, tümünü iptal, tümünü durdur, tamamen iptal, hepsi iptal,
      tüm iptal
    `,
    misspelt: words`iptl, itpal, iptall, durdr, istemiyrum, istemiyom, istemiom`,
    ordinary: words`isteniyor, durdum, değiştir, değiştirin, değiştirmek`,
    start: words`başlat, başla, devam, devam et, abone ol, yeniden başlat, onay, kaydol, katil`,
    help: words`yardim, imdat, bilgi, destek`,
    polite: words`
      lütfen, lutfen, lütfeen, rica ederim, rica ediyorum, teşekkürler, teşekkür ederim,
      teşekkür ederiz, teşekkür, sağol, sağolun, sağ olun, tşk, tesekkurler, eyvallah, merhaba,
      selam, iyi günler, iyi akşamlar, günaydin, kusura bakmayin, pardon, hemen, derhal, şimdi,
      acilen, bir an önce, tamam, efendim, beyefendi, hanimefendi, saygilar, saygilarimla,
      hayir teşekkürler, kolay gelsin, zahmet olmazsa, lutfn, ltfn, lütfn, lutfe
    `,
    beside: words`
      artik, bunu, şunu, beni, ya, be, lan, amk, allah aşkina, sms, mesaj, mesajlari, aboneliği,
      abonelik, üyeliği, üyeliğimi, aboneliğimi
    `,
    all: words`hepsini, tümünü, hepsi, tamamen, tümü`,
    connectors: words`ve, veya`,
  },
  grammar: {
    end: words`
      dur, durun, durdur, durdurun, durdurunuz, durdurur musunuz, durdurabilir misiniz, durdurulsun,
      durdurulmasini, kes, kesin, kesiniz, keser misiniz, kesin artik, kesilsin, birak, birakin,
      birakiniz, birakir misiniz, son verin, son ver, son veriniz, sonlandir, sonlandirin,
      sonlandiriniz, bitsin, bitirin, iptal, iptal et, iptal edin, iptal ediniz, iptal edilsin,
      iptal eder misiniz, iptal etmek istiyorum, iptalini, iptal edilmesini, vazgeçin, vazgeç,
      yeter, yeter artik, kapat, kapatin, kapatiniz, kapatilsin, kapatir misiniz, stop, engelleyin,
      durdurmanizi, durdurulmasi, bitirin artik, kesin şunu, son bulsun, iptalini istiyorum,
      sonlandirilmasini, sonlandirilsin, vazgeçin artik, kurtulurum, kurtulabilirim,
      kurtulmak istiyorum, kurtulacağim, kurtulmak, biktim, usandim, biktim artik, sikildim,
      biktirdiniz, yeter artik bu, dursun, bitsin artik, durdurmanizi istiyorum, kesmenizi,
      kesilmesini, kesilmesini istiyorum, iptal edilmesini istiyorum, son verilmesini,
      son vermenizi, birakir misiniz artik, kapatmanizi, sonlandirmanizi, iptalini rica,
      yeter bu kadar, bu kadar yeter
    `,
    leave: words`
      çikmak istiyorum, listeden çik, listeden çikmak istiyorum, listeden çikar, listeden çikarin,
      üyelikten çik*, abonelikten çik*, abonelikten ayril*, aboneliğimi iptal*, üyeliğimi iptal*,
      aboneliği iptal*, üyeliği iptal*, üyelik iptal*, abonelik iptal*,
      abonelikten çikmak istiyorum, üyelikten çikmak istiyorum, rizami geri aliyorum,
      onayimi geri aliyorum, onayimi iptal*, iznimi iptal*, iznimi geri aliyorum, izin vermiyorum,
      onay vermiyorum, onaylamiyorum, iznim yok, onayim yok, izin vermedim, onay vermedim,
      rizam yok, ret ediyorum, reddediyorum, ret, ayrilmak istiyorum, iznimi iptal ediyorum,
      onayimi iptal ediyorum, iznimi geri çekiyorum, onayimi geri çekiyorum, rizami geri çekiyorum,
      muvafakatimi geri aliyorum, abonelikten ayrilmak istiyorum, üyelikten ayrilmak istiyorum,
      üyeliğimi sonlandir*, aboneliğimi sonlandir*, çikiş yapmak istiyorum
    `,
    remove: words`
      sil, silin, siliniz, silinsin, siler misiniz, silmenizi, silinmesini, silinmek istiyorum,
      çikar, çikarin, çikariniz, çikartin, çikart, çikartiniz, çikarir misiniz, çikarirmisiniz,
      çikarilsin, çikarilmak istiyorum, çikarilmasini, çikarmanizi, çikarabilir misiniz,
      çikartir misiniz, çikartilmasini, kaldir, kaldirin, kaldiriniz, kaldirilsin,
      kaldirir misiniz, kaldirilmasini, unutun, çikmak istiyorum, engelle, engelleyin, düşün,
      çikin, çik, alin, cikarin, cikar, çikabilirim, çikarim, çikilir, çikariverin,
      sildirmek istiyorum, silinmesi, silinmesini istiyorum, silermisiniz, silebilir misiniz,
      çikmak, çikartilmak istiyorum, çikartilsin, kaldirin artik, silmenizi istiyorum,
      çikarmanizi istiyorum
    `,
    write: words`
      yazma, yazmayin, yazmayiniz, yazmayi, yazmasin, yazmasinlar, yazmaktan, arama, aramayin,
      aramayiniz, aramayi, aranmak, aramaktan, aramasin, rahatsiz etme, rahatsiz etmeyin,
      rahatsiz etmeyiniz, rahatsiz etmeyi, rahatsiz etmekten, rahatsiz, taciz, taciz etmeyin,
      taciz etmeyi, iletişime geçmeyin, iletişime geçme, iletişime geçmeyi, irtibata geçmeyin,
      bana ulaşmayin, ulaşmayin, bunaltmayin, darlamayin, darlama, sikboğaz etmeyin,
      meşgul etmeyin, meşgul etme, spam yapmayin, spamlamayin, mesajlamayin, yazmazsaniz,
      aramazsaniz, rahatsiz etmezseniz, yazip durmayin, aramasinlar, mesajlaşma, geçmemenizi,
      iletişime geçmemenizi, aramamanizi, yazmamanizi, rahatsiz etmemenizi, ulaşmamanizi,
      mesajlaşmayin, aramazmisiniz, yazmaz misiniz, aramaz misiniz, yazişmayin
    `,
    send: words`
      gönderme, göndermeyin, göndermeyiniz, göndermesin, göndermesinler, göndermeyi, göndermekten,
      gönderilmesin, gönderilmesini, gönderimi, gönderimini, gönderimlerini, gönderim,
      gönderilmesi, gondermeyin, gondermeyi, gonderme, atma, atmayin, atmayiniz, atmasin,
      atmasinlar, atmayi, atmaktan, atip durmayin, atilmasin, yollama, yollamayin, yollamayiniz,
      yollamayi, yollamaktan, yollamasin, gelmesin, iletmeyin, iletme, gönderip durmayin,
      gelmesini istemiyorum, geliyor yeter, paylaşmayin, mesaj atma, göndermezseniz, atmazsaniz,
      yollamazsaniz, göndermesenize, atmasaniza, gönderiyorsunuz, göndermenizi,
      göndermenizi istemiyorum, gelmesini, gönderilmesini istemiyorum, atmanizi istemiyorum,
      atmanizi, yollamanizi, göndermemenizi, atmamanizi, yollamamanizi, göndermez misiniz,
      atmaz misiniz, yollamaz misiniz, gönderilmemesini, atilmamasini, gelmemesini,
      gönderimini durdurun, atmiyorsunuz, gelmemeli, göndermeme
    `,
    messages: words`
      mesaj, mesaji, mesajlar, mesajlari, mesajlariniz, mesajlarinizi, mesajlarin, mesajlardan,
      mesajini, mesajiniz, msj, msjlari, mesj, sms, smsi, smsler, smsleri, sms i, sms leri, sms ler,
      smslerinizi, smslerden, reklam, reklami, reklamlar, reklamlari, reklamlarinizi, reklamlardan,
      bildirim, bildirimi, bildirimler, bildirimleri, bildirimlerini, kampanya, kampanyalar,
      kampanyalari, tanitim, tanitimlari, ileti, iletiler, iletileri, iletilerini, ticari ileti,
      duyuru, duyurulari, spam, bülten, bülteni, bültenden, mail, teklif, teklifleri,
      tekliflerinizi, abonelik, aboneliği, aboneliğimi, üyelik, üyeliği, üyeliğimi, promosyon,
      bilgilendirme, saçmalik, mms, mesajlarinizdan, mesajlarla, indirim mesaji, reklam mesaji,
      kampanya mesaji, kampanya mesajlari, tanitim mesaji, tanitim mesajlari, ticari mesaj,
      firsatlari, bilgilendirmeleri, mesajlarinizin, firsatlarinizi, iletilerinizi, iletilerin,
      iletinizi, mesajlarinizla, mesaj*, kampanya*, reklam*, bildirim*, promosyon*, iletini*,
      iletiler*, iletileri*, duyuru*, tanitim*, teklif*, indirimler*, firsat*, bülten*, hizmetini,
      hizmeti, hizmetinizi, hizmetinden, sms hizmeti, sms hizmetini, davetiye*, anket*, sms lerden,
      smslerini, smslerin, smslerinizden, smslerinize, smslerle, smse, spama, spami, sms gönderimi,
      sms gönderiminizi, mesaj aboneliğimi
    `,
    list: words`
      liste, listeden, listenizden, listesinden, listelerinizden, listelerden, listenden,
      listeden beni, listenizdeki, rehberden, rehberinizden, rehber, veritabanindan,
      veritabaninizdan, veri tabaninizdan, veritabani, sistemden, sisteminizden, sistem,
      kayitlardan, kayitlarinizdan, kayitlarinizdan beni, kayittan, abonelikten, üyelikten, gruptan,
      aboneliğimi, bültenden, mesaj listenizden, sms listenizden, defterden, programdan, liste*,
      listen*, sistem*, rehber*, veritaban*, kayitlar*, grub*, üyelik, datadan, datanizdan,
      mail listesinden, mail listenizden, posta listenizden, e posta listenizden
    `,
    mine: words`
      beni, bana, benim, bizi, bize, numaram, numarami, numarama, numaramdan, numaramin,
      bu numara, bu numarayi, bu numaraya, bu numaranin, numarayi, telefonumu, telefonuma,
      telefon numarami, adimi, ismimi, bilgilerimi, verilerimi, kaydimi, kaydim, hattima,
      bu hatti, bu hatta, cep telefonuma, isim, verilerimin, bilgilerimin, kişisel verilerimin,
      kişisel verilerimi, kişisel bilgilerimi, numaramdan beni, telefonumdan, ait değil,
      bana ait değil, ona ait değil, numaram*, telefonum*, cebime, hattimdan, hattimi,
      kişisel veri*, benimle, bana ait numara, bizimle,
      iş telefonum, iş telefonu, iş hatti
    `,
    not: words`
      yazma, yazmayin, yazmayiniz, yazmasin, yazmasinlar, arama, aramayin, aramayiniz, aramasin,
      rahatsiz etme, rahatsiz etmeyin, rahatsiz etmeyiniz, taciz etmeyin, iletişime geçmeyin,
      iletişime geçme, irtibata geçmeyin, bana ulaşmayin, ulaşmayin, bunaltmayin, darlamayin,
      darlama, sikboğaz etmeyin, meşgul etmeyin, meşgul etme, spam yapmayin, spamlamayin,
      mesajlamayin, gönderme, göndermeyin, göndermeyiniz, göndermesin, göndermesinler,
      gönderilmesin, gondermeyin, gonderme, atma, atmayin, atmayiniz, atmasin, atmasinlar,
      atip durmayin, atilmasin, yollama, yollamayin, yollamayiniz, yollamasin, gelmesin,
      iletmeyin, iletme, gönderip durmayin, istemiyorum, istemiyoruz, istemem, istemiyom,
      istemiyrum, almak istemiyorum, istemiyor, ilgilenmiyorum, gelmesini istemiyorum,
      paylaşmayin, mesaj atma, gereksiz, yok, olmasin, hayir, gerek yok, lazim değil,
      istemiyoruz artik, yazmazsaniz, aramazsaniz, rahatsiz etmezseniz, göndermezseniz, atmazsaniz,
      yollamazsaniz, göndermesenize, atmasaniza, gönderilmesini istemiyorum,
      göndermenizi istemiyorum, atmanizi istemiyorum, yazip durmayin, istmiyorum, istemiyorm,
      ilgimi çekmiyor, geçmemenizi, iletişime geçmemenizi, aramamanizi, yazmamanizi,
      rahatsiz etmemenizi, ulaşmamanizi, mesajlaşmayin, yazmaz misiniz, aramaz misiniz,
      göndermemenizi, atmamanizi, yollamamanizi, göndermez misiniz, atmaz misiniz, yollamaz misiniz,
      gönderilmemesini, atilmamasini, gelmemesini, ihtiyacim yok, ihtiyaç yok, değil, lazim degil,
      almayacağim, almam, almak istemem
    `,
    no: words`hiçbir, hiç bir, hayir, yok`,
    more: words`
      artik, bir daha, birdaha, tekrar, daha fazla, bundan sonra, bundan böyle, yeniden, asla,
      sakin, hiç, hiçbir zaman, daha, bi daha, yine, başka
    `,
    want: words`
      istemiyorum, istemiyoruz, istemem, istemiyom, istemiyrum, almak istemiyorum, istemiyor,
      istemiyoruz artik, gerek yok, gelmesini istemiyorum, lazim değil, istmiyorum, istemiyorm,
      gönderilmesini istemiyorum, göndermenizi istemiyorum, atmanizi istemiyorum, istemedim,
      ihtiyacim yok, ihtiyaç yok, almayacağim, almam, almak istemem, ilgilenmiyorum
    `,
    receive: words`
      almak, almak istemiyorum, gelmesini, görmek, duymak, alma, almayi, görmek istemiyorum,
      alinmak
    `,
    demands: words`
      numarami sil, numarami silin, numarami unutun, numarami kaybet, engelliyorum,
      sizi engelliyorum, engelledim, şikayet edeceğim, sizi şikayet edeceğim, şikayet ediyorum,
      savciliğa, mahkemeye, beni listeden çikar, beni listenizden çikarin,
      mesaj almak istemiyorum, sms almak istemiyorum, listeden çikarin, beni silin,
      numarami çikarin, bu spam, spamdir bu, iys şikayet, şikayet edecem, şikayet ederim,
      bildireceğim, spam olarak bildiriyorum, btk ya şikayet, savciliğa vereceğim
    `,
    dismissals: words`
      beni rahat birak, beni rahat birakin, rahat birakin, rahat birak, rahat ver, rahat verin,
      bizi rahat birakin, siktir git, siktirin gidin, siktir, defol, defolun, git başimdan,
      gidin başimdan, kaybol, çekil git, kes sesini, yeter be, sus, susun, yeter ya, biktim,
      biktik, biktim sizden, bunaldim, baydiniz, yakamdan düşün, düşün yakamdan, rahatsiz etmeyin,
      uzak durun, istenmeyen, canimi sikmayin, istemiyorum bunu, bunu istemiyorum,
      istemiyorum bunlari, bunlari istemiyorum
    `,
    reasons: words`
      yanliş numara, yanliş kişi, yanliş kişiye, yanliş kişiye yaziyorsunuz, yanliş numaraya,
      numara yanliş, ilgilenmiyorum, ilgilenmiyoruz, ilgilenmedim, kimsiniz, sen kimsin,
      siz kimsiniz, tanimiyorum, sizi tanimiyorum, kaç kere, kaç defa, kaç kez, defalarca,
      defalarca söyledim, söyledim, son kez, son uyari, kvkk, şikayet, avukat, polis, savcilik,
      dolandirici, dolandiricilar, spam, taciz, rahatsiz oluyorum, üye değilim,
      müşteriniz değilim, üye olmadim, kayit olmadim, biktim, biktik, usandim, yeter artik, iys,
      btk, ben değilim, vefat etti, vefat etmiştir, öldü, rahmetli, taşindim, taşindik, kimsin,
      kimsin sen, kim bu, numaram değişti, artik benim değil, numaram nereden,
      numarami nereden buldunuz, hat sahibi değişti, numara değişti, artik müşteriniz değilim,
      eşim vefat etti, annem vefat etti, babam vefat etti, kocam vefat etti, karim vefat etti,
      eşim öldü, annem öldü, babam öldü, kocam öldü, babaannem vefat etti, dedem vefat etti,
      ait değil, bana ait değil, artik onun değil, numarami nereden aldiniz,
      nereden aldiniz numarami, numarami kimden aldiniz, numarami kim verdi,
      numarami nerden aldiniz, numarami nerden buldunuz, ona ait değil, üçüncü kez, ikinci kez,
      üçüncü defa, ikinci defa, yüzüncü kez, kaçinci kez, çok fazla, çok mesaj, fazla mesaj,
      hiç izin vermedim, hiç onay vermedim, zaten aldim, artik orada oturmuyorum,
      hiç müşteriniz olmadim, spamdir, bu spam, hiç üye olmadim, üye değildim, hiç kaydolmadim,
      kayit yaptirmadim, kaydolmadim
    `,
    keep: words`
      iptal etmeyin, iptal etme, durdurmayin, durdurma, silmeyin, silme, beni silmeyin,
      çikarmayin, çikarma, kesmeyin, devam edin, devam et, devam etsin, göndermeye devam,
      almaya devam, birakmayin, mesaj gelmedi, gelmedi, gelmiyor, bana gelmedi,
      çikmak istemiyorum, iptal etmek istemiyorum, iptal istemiyorum, göndermediniz,
      almayacaksiniz, ulaşmadi
    `,
    questions: words`
      ne zaman, nerede, neden, niye, ne, hangi, kim, kaç, kaça, var mi, mi acaba, nereye, niçin,
      saat kaçta, nedir, otobüs, duraği, durak
    `,
    how: words`nasil`,
    limits: words`
      kadar, bugün, yarin, bu akşam, gece, bu gece, bu saatte, geceleri, sabah, bu hafta, yerine,
      onun yerine, eğer, hariç, dişinda, sonra, önce, şimdilik, işteyim, işte, toplantidayim,
      pazar, pazartesi, derste, dersteyim, geç saatte, akşamlari, sabahlari, iken, toplanti
    `,
    subjects: words`o, onlar, kimse, biri, otobüs`,
    articles: words`randevu, sipariş, rezervasyon, durak`,
    others: words`
      ona, onu, onlara, anneme, annemi, eşime, eşimi, herkese, kimseye, insanlari, insanlara,
      sana, size, seni, çocuğuma
    `,
    joins: words`ve, ama, veya, ya da, çünkü, fakat, yoksa, ayrica, o yüzden, de`,
    light: words`
      ben, siz, sen, biz, bana, beni, size, sizden, sizin, sizi, senden, bu, bunu, bunlari, şu,
      şunu, o, bir, da, de, ya, be, lan, ulan, mi, musunuz, misiniz, lütfen, lutfen, hemen, derhal,
      acilen, şimdi, artik, sürekli, her gün, hergün, durmadan, her, tüm, bütün, tümünü, hepsini,
      bana ait, lazim, istiyorum, rica ediyorum, rica ederim, talep ediyorum, etmenizi, talep,
      olarak, için, ile, üzerinden, tarafima, telefonuma, telefona, cebime, gelen, gönderilen,
      atilan, böyle, tarz, bu tarz, tür, bu tür, gereksiz, saçma, reklam, ticari, tanitim,
      allah aşkina, allahaşkina, allah, yeter, amk, aq, mk, sikik, siktiğimin, lanet, salak, aptal,
      gerizekalilar, arkadaşim, kardeşim, abi, abla, efendim, arkadaşlar, sayin, yetkili, firma,
      hiç, hiçbir, hiçbir şekilde, kesinlikle, asla, sakin, dan, den, nan, yi, tarafinizdan,
      şekilde, sms, msj, etmek, tamam, tamamen, teşekkürler, konuda, biran önce, bir an önce,
      yeter ki, olan, bize, ediyorum, ediyoruz, kapsaminda, gereğince, uyarinca, göre, falan, filan,
      sevinirim, memnun olurum, abicim, canim, kardeş, hocam, yahu, yav, kardesim, lutfen artik,
      tamam mi, nedeniyle, hakkimi, kullaniyorum, artik lütfen, ayrica, bizden, amaçli, amaçla,
      kullanim, kullanilmasi, kullanilmasina, işlenmesine, karşiyim, itiraz ediyorum, bundan,
      üçüncü kez, ikinci kez, üçüncü defa, söylüyorum, tekrar söylüyorum, rica, rica eder, ricam,
      kalici, kalici olarak, sonsuza kadar, ivedilikle, acil, acilen lütfen, allah rizasi için,
      allah için, rizasi için, şeyler, şey, gün boyu, her dakika, her saat, yine, bundan böyle,
      gibi, bunlar, şunlari, ne olur, nolur, noolur, n olur, valla, vallahi, gari, gayri, hadi,
      gereksiz yere, istenmeyen, izinsiz, sürekli olarak, devamli, ediyorsunuz, kadar yeter,
      hiçbir şey, bir şey, hiç bir şey, bişey, birşey, biri, mümkünse, mümkün mü, zahmet,
      derhal lütfen, tamamiyle, bütünüyle, zaten, zaten söyledim, söylemiştim, demiştim, dedim,
      dedim ya,
      buraya, iki kez, iki kere, üç kez
    `,
    verbLast: true,
    notFollows: true,
  },
  answers: {
    confirmation: (brand, ofAll) =>
      ofAll
        ? `${brand}: Abonelik iptal edildi, artik SMS almayacaksiniz. Tekrar almak icin START yazin.`
        : `${brand}: Bu mesajlari artik almayacaksiniz. Tekrar almak icin START, hepsini durdurmak icin STOP ALL yazin.`,
    help: (brand, helpText) =>
      `${brand}: ${helpText === '' ? '' : `${helpText} `}SMS almamak icin RET yazin.`,
    footer: 'SMS almamak icin RET yazin',
  },
});
