/**
 * English. Keywords: 47 CFR 64.1200(a)(10) (stop, quit, end, revoke, opt out, cancel, unsubscribe)
 * and those that Twilio, AWS, Telnyx, Plivo and Sinch document. Misspellings: from real replies
 * published with campaign tools, and single slips of a thumb that are no English word.
 */
import type { Lexicon } from './lexicon.js';
import { words } from './words.js';

export const en = (): Lexicon => ({
  language: 'en',
  keywords: {
    stop: words`
      stop, quit, end, revoke, opt out, optout, cancel, unsubscribe, unsub, unsubscribed,
      unsubscribing, remove, removed, delete, cease, opt, opt me out, opting out, opted out,
      stopautorenew, stop auto renew, discontinue, halt, desist, cease and desist, terminate,
      deactivate, no more, no more please
    `,
    stopAll: words`stopall, stop all, stopal, stoppall`,
    misspelt: words`
      stopp, sstop, sttop, stpo, sotp, tsop, stp, sto, stopo, stopl, stopt, stol, stpp, stip,
      stpop, srop, syop, atop, dtop, wtop, xtop, etop, st0p, 5top, sto0, stopit, stahp, stap,
      stoop it, stope, astop, stiop, stoip, stoup, strop, stoo, stlp, stkp, sropp, stops,
      stopstop, stopnow, sop, zstop, sotop, satop, stoop please, stopping, quitt, qiut, qit,
      qquit, wuit, wquit, endd, ened, edn, quuit, quti, drremove, removeme, unsubs, unsup, un sub,
      opoit, output, oput, opt it, drop tout, opt ou, opt outt, opt our, opy out, opt oit,
      opt put, apt out, op out, opt pout, cncl, unscubscribe, unscribe
    `,
    ordinary: words`
      cancer, cancels, chancel, remote, remover, removes, evoke, revokes, revote, deletes, relate,
      provoke, invoke, delegate, resist, received, receives, stopped, receiver
    `,
    // YES alone is an answer to anything, and lifts no STOP.
    start: words`
      start, unstop, resume, subscribe, resubscribe, opt in, optin, opt me in, opt back in,
      sign me back up, restart, re subscribe, rejoin
    `,
    help: words`help, info, ?`,
    polite: words`
      please, pls, plz, plse, plss, pleas, plase, plese, pleease, kindly, thanks, thank you,
      thankyou, thank u, thx, thnx, tnx, thks, tks, ty, thanks so much, thank you so much,
      thanks very much, thank you very much, thank, no thanks, no thank you, nope, many thanks,
      cheers, sorry, sir, madam, guys, hi, hello, hey, ok, okay, me, now, right now, asap,
      at once, immediately, again, tia, ta, good morning, good afternoon, good evening, dear,
      maam, yo, please and thank you, god bless
    `,
    beside: words`
      i, it, this, that, these, already, for good, forever, just, omg, ffs, damn, wtf, i said,
      i say, send, reply, text, txt, sms
    `,
    all: words`all, al, everything`,
    connectors: words`2, to, and, n, or, then`,
  },
  grammar: {
    end: words`
      stop, stopp, stpo, sotp, stope, quit, cease, halt, discontinue, cease and desist, desist,
      terminate, cancel, cancle, end, stopping, knock off, turn off, switch off, cut out, suspend,
      deactivate, disable, stop it, quit it, enough, refrain from, stop with, done with, revoke,
      stap, withdraw, can u stop, stahp, dtop, sto, end it, kill, if you stopped,
      if you would stop, if you could stop, if u stopped
    `,
    leave: words`
      unsubscribe, unsub, unsubscribed, unsubscribing, unsuscribe, unsubcribe, opt out, optout,
      opt me out, opting out, opted out, optingout, opt us out, opt this number out,
      opt my number out, un subscribe, unenroll, unregister, deregister, unfollow,
      revoke my consent, revoke consent, withdraw my consent, withdraw consent,
      revoke my permission, revoking my consent, revoke all consent, withdrawing my consent,
      i do not consent, i dont consent, no consent, no longer consent, never consented,
      did not consent, didnt consent, cancel my subscription to texts, revoke authorization,
      revoke my authorization, i want off, i want out, let me out, revoke consent to
    `,
    remove: words`
      remove, remov, rmv, delete, erase, take off, scrub, block, removed, deleted, removing,
      purge, exclude, get off, taken off, off, get me off, take me off, take us off, take my,
      cancel, want off, let me off, cross me off, cross off, blacklist, take this, take these,
      removal
    `,
    write: words`
      text, texting, txt, txting, texing, texts, message, messaging, messages, msg, msging,
      mesage, mesaging, massage, contact, contacting, call, calling, callin, textin, bother,
      bothering, botherin, spam, spamming, spaming, harass, harassing, harrassing, harass*,
      harras*, bug, bugging, annoy, annoying, pester, pestering, email, emailing, solicit,
      soliciting, reach out, reaching out, disturb, disturbing, sms, write, writing, ring,
      ringing, blowing up, hit up, hitting up, advertise, advertising, notify, notifying, scam,
      scamming, phoning, phone, communicate, communicating, ping, pinging, txtn, texin, msgin,
      wasting my time, waste my time, contacted, messaged, called, texted
    `,
    send: words`send, sending, sendin, send out, sending out, snd, forward, keep sending`,
    messages: words`
      text, texts, txt, txts, message, messages, msg, msgs, mesages, massages, mesage, messges,
      text message, text messages, sms, smses, mms, notification, notifications, notices, alert,
      alerts, ads, adverts, advertisement, advertisements, advertising, marketing, promo, promos,
      promotion, promotions, promotional, spam, spams, newsletter, newsletters, updates,
      reminders, communications, communication, solicitation, solicitations, correspondence, junk,
      junk texts, subscription, emails, blasts, offers, deals, mailings, contact, harassment,
      bullshit, crap, shit, nonsense, bs, texting, messaging, robotexts, calls, coupons,
      campaign texts, surveys, subscriptions, txtmsgs, soliciting
    `,
    list: words`
      list, lists, mailing list, text list, texting list, call list, contact list, contacts,
      database, data base, system, systems, directory, records, files, distribution,
      distribution list, phone list, sms list, marketing list, listing, phonebook, phone book,
      mailing, campaign, program, service, services, group, texting, texts, text messages,
      messages, group text, group chat, rotation, subscription, subscriptions, broadcast, lst,
      mail list, address book, crm
    `,
    mine: words`
      me, us, my number, this number, my phone, this phone, my cell, my name, number,
      phone number, mobile number, cell number, name, phone, mobile, cell, my info,
      my information, my data, my details, info, information, data, details, my contact, mine,
      my mobile, from me, contact info, digits, my no, my email, this line, this cell, myself,
      my line, my device, my wife, my mom, my mother, my husband, my kids, my friends,
      my daughter, my son, my dad, my family, my parents, my child, my children, get me off,
      take me off, let me off, cross me off
    `,
    not: words`
      not, dont, don t, do not, donot, don, never, no longer, dnt, nope not, never ever, must not,
      mustnt, nt, do nt, don not, do no, nor, should not, shouldnt, wouldnt, not to, no need to,
      pls no, dony, dotn, dobt, please no, wont, will not
    `,
    no: words`no, nomore, zero, without, no need for, enough of, enough with, no more`,
    more: words`
      more, anymore, any more, again, ever, ever again, further, future, in future, in the future,
      any longer, no more, nomore, additional, another, from now on, evermore, anymre, anynore,
      any further, moving forward, other
    `,
    want: words`
      want, wanna, want to, wish, wish to, need, would like, like, care for, care to,
      interested in, wants, wnt, authorize, sign up for, signed up for, agree to, ask for,
      asked for, requested, request, subscribe to, subscribed to, consent to, opt in to,
      opted in to, interested, welcome, opted in, agreed to, authorized, i want to,
      i would like to, id like to, i wish to, i wanna
    `,
    receive: words`
      receive, receiving, recieve, recieving, get, getting, gettin, hear from, hearing from, see
    `,
    demands: words`
      lose my number, loose my number, lose this number, loose this number, forget my number,
      erase my number, delete my number, take me off, get me off, leave me off, no more contact,
      take my number off, take this number off, take me out, do not contact list,
      do not call list, do not text list, i want off, no mas, get lost with your texts,
      dont have my number, fuck off with, keep me out of, drop me from, count me out,
      blocking you, im blocking, i will block you, i am blocking you, reporting you,
      reporting this, i will report you, you are blocked, blocked, lose the number,
      lose my contact, stop this, cease all contact, end all communication, requesting removal,
      request removal
    `,
    dismissals: words`
      leave me alone, leave my alone, leave us alone, leave me tf alone, go away, fuck off,
      eff off, f off, piss off, bugger off, sod off, buzz off, shut up, shut the fuck up, stfu,
      get lost, beat it, leave me the fuck alone, back off, leave me the hell alone, fck off,
      fuk off, feck off, kick rocks, go to hell, get out of here, take a hike, no contact,
      get a life, leave me be, gtfo, fo, stop it, unwanted, lose it, fuckoff, shutup, not wanted,
      no spam, let me be, buzz of, i am done, im done, go f yourself, go fuck yourself, screw off,
      hands off, get bent, dont want these, dont want this, do not want these, do not want this,
      dont want it
    `,
    reasons: words`
      wrong number, wrong person, wrong no, worng number, wrong, wrong phone number,
      not interested, no interest, uninterested, no longer interested, not intrested,
      changed my mind, have the wrong number, you have the wrong number, who is this, whos this,
      who are you, how did you get my number, where did you get my number, i have asked,
      ive asked, i already asked, asked you, told you, i told you, i have told you, ive told you,
      asked many times, times, last time, last warning, never signed up, did not sign up,
      didnt sign up, i never signed up, dont know you, i dont know you, do not know you,
      not a customer, no longer a customer, harassment, illegal, lawyer, attorney, ftc, fcc, tcpa,
      police, gdpr, do not call registry, do not call list, dnc, unsolicited, i moved,
      ripped me off, scam, scammer, scammers, too many, way too many, sick of, tired of, fed up,
      already ordered, already bought, already have one, already voted, already donated,
      dont live here, no longer at this number, not me, isnt me, no longer live, no longer own,
      no longer need, report you
    `,
    keep: words`
      reply stop, text stop, txt stop, send stop, texting stop, replying stop, type stop,
      sms stop, respond stop, reply end, text end, reply quit, text quit, reply unsubscribe,
      text cancel, reply cancel, stop to quit, stop to end, stop to opt out, stop to unsubscribe,
      stop to cancel, stop to stop, dont stop, do not stop, never stop, dont unsubscribe,
      do not unsubscribe, dont remove, do not remove, dont cancel, do not cancel, keep texting,
      keep sending, keep them coming, keep me on, dont opt me out, stay subscribed, sign me up,
      dont take me off, do not take me off, please keep, dont delete, stopped getting, dont end,
      dont quit, do not delete, love getting, pls continue, please continue, im not getting,
      you have been, you are unsubscribed, no way
    `,
    questions: words`
      dont you, dont u, cant you, wont you, didnt you, dont we, didnt u, arent you, isnt it, when,
      where, what, whats, which, why, who, did, does, is, are, was, has, have you, whether,
      do you, do u, did you, what happens if, is it, if i, do i, should i, shall i, shall we,
      can i get, am i, were, will this, will it
    `,
    how: words`how, how do i, how can i, how to, how do you, how do we`,
    limits: words`
      instead, until, till, til, while, unless, tonight, today, tomorrow, tmrw, this week,
      next week, for now, for a while, after, before, when, at work, during, late, so early,
      so late, at night, in the morning, this late, driving, twice, the same, temporarily, if,
      because, am, pm, early, weekends, only, except, rather, the other number, new number,
      monday, sunday, yet, once, drive
    `,
    subjects: words`
      i, we, he, she, they, it, that, who, you, u, ill, well, youll, ive, he will, i will,
      we will, they will, i can, i cant, to, will, would, should, might, may, could, did, gonna,
      had to, wanna, shes, hes, yall, i need to, need to, have to, i have to, going to, trying to
    `,
    articles: words`
      the, a, an, my, your, our, his, her, their, in, at, of, by, in the, at the, to the
    `,
    others: words`
      you, u, him, her, them, everyone, everybody, people, each other, ppl, your, his, their, mom,
      anyone, anybody
    `,
    joins: words`and, but, or, so, then, n, because, cause, cuz, since, also, as`,
    light: words`
      i, im, i am, id, ive, you, u, ur, your, youre, you are, yours, my, we, our, it, its, this,
      that, these, those, them, the, a, an, any, all, every, each, everything, anything, such,
      stupid, dumb, damn, dam, fuck, fucking, fuckin, fkn, fking, effing, freaking, freakin,
      bloody, goddamn, hell, the hell, shit, bitch, asshole, assholes, idiot, idiots, bastards,
      bastard, moron, morons, jerk, jerks, dude, man, bro, bruh, from, of, off, on, with, for,
      about, at this, in, out, via, on my, now, right now, already, at once, immediately, asap,
      today please, forever, permanently, please, just, really, so, very, too, much, many,
      seriously, can you, could you, would you, will you, can u, could u, would u, can we, can i,
      may i, could i, can someone, could someone, would you please, would you mind, do you mind,
      id like to, i would like to, i want to, i wanna, i want you to, i need you to,
      id like you to, i said, i say, i told you to, i asked you to, you need to, u need to,
      you must, you have to, asking you to, i wish to, i want, i have asked you to, told you to,
      said, ive asked you to, ive told you to, i demand you, i demand that you, demand, told, be,
      have, am, being, keep, been, will, would, ask, company, business, automated, political,
      daily, random, constant, unwanted, some, myself, lol, smh, omg, ffs, wtf, jesus, christ,
      god, yes, nah, thing, things, stuff, there, here, guys, people please, yall, way, again,
      let, make, put, do, not, get, got, number, kind, kinds, type, types, ok, k, yeah, well,
      trying, try, sent, at all, else, kindly, x, goodbye, bye, peace, ma, maam, team, folks,
      whoever, whoever this is, this is, to me, to us, to my, to this, to my phone, to my number,
      to this number, to please, me to, frm, how many times do i have to,
      how many times do i need to, how many times must i, tell you to, tell you, how about,
      asked you to, what part of, how about you, her, his, him, would appreciate it,
      would appreciate, appreciate it, id appreciate it, it would be great, how u got,
      how you got, anything else, requesting, request, i request, asking, to be, removal,
      yall need to, you guys need to, you all need to, u guys need to, they need to,
      you people need to, what the hell, what the fuck, wth, w, screw you, fuck you, fuck u, fu,
      f you, damn you, auto, automatic, stuff like this
    `,
  },
  answers: {
    confirmation: (brand, ofAll) =>
      ofAll
        ? `${brand}: You are unsubscribed and will get no more messages. Reply START to resubscribe.`
        : `${brand}: You will get no more of these messages. Reply START to resubscribe, STOP ALL to end all.`,
    help: (brand, helpText) =>
      `${brand}: ${helpText === '' ? '' : `${helpText} `}Reply STOP to opt out.`,
    footer: 'Reply STOP to opt out',
  },
});
