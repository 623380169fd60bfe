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
      stop, quit, end, revoke, opt out, optout, cancel, unsubscribe, unsub, unsubscribed, unsubscribing, remove, removed,
      delete, cease, opt, opt me out, opting out, opted out, stopautorenew, stop auto renew, discontinue, halt, desist,
      cease and desist, terminate, deactivate, no more, no more please, dnc, dnt, stop it, quit it, unsubscription,
      removing, take off
    `,
    stopAll: words`stopall, stop all, stopal, stoppall`,
    misspelt: words`
      stopp, sstop, sttop, stpo, sotp, tsop, stp, sto, stopo, stopl, stopt, stol, stpp, stip, stpop, srop, syop, atop,
      dtop, wtop, xtop, etop, st0p, 5top, sto0, stahp, stap, stope, astop, stiop, stoip, stoup, strop, stoo, stlp, stkp,
      sropp, stops, stopstop, stopnow, sop, zstop, sotop, satop, stopping, quitt, qiut, qit, qquit, wuit, wquit, endd,
      ened, edn, quuit, quti, drremove, removeme, unsubs, unsup, un sub, opoit, output, oput, opt it, drop tout, opt ou,
      opt outt, opt our, opy out, opt oit, opt put, apt out, op out, opt pout, cncl, unscubscribe, unscribe, stoped,
      stopped, stoop, stopd, stopps, stpt, sttp, ennd, ceese, rmv, disubscribe, unsubb, desubscribe, del
    `,
    ordinary: words`
      cancer, cancels, chancel, remote, remover, removes, evoke, revokes, revote, deletes, relate, provoke, invoke,
      delegate, resist, received, receives, receiver, stepped, test, tent, next, sent, tell, hall, ball, fall, wall, mall,
      cell, sell, step, shop, top, slop, told, care, cake, contract, contracts, drop, dropped, case, lease, tease, crease,
      chase, ceases, increase, pleased, police, those, opted, adopt, delate, halts, option, waiting, offer, than, two, ten,
      too, half, good, goods, big, bug, six, deal, lost, lust, last, list, least, want, went, ship, skip, stuff, staff,
      tax, taxi, sand, lend, mend, spend, off, old, news, new, sold
    `,
    // YES alone is an answer to anything, and lifts no STOP.
    start: words`
      start, unstop, resume, subscribe, resubscribe, opt in, optin, opt me in, opt back in, sign me back up, restart,
      re subscribe, rejoin
    `,
    help: words`help, info, ?`,
    polite: words`
      please, pls, plz, plse, plss, pleas, plase, plese, pleease, kindly, thanks, thank you, thankyou, thank u, thx, thnx,
      tnx, thks, tks, ty, thanks so much, thank you so much, thanks very much, thank you very much, thank, no thanks,
      no thank you, nope, many thanks, cheers, sorry, sir, madam, guys, hi, hello, hey, ok, okay, me, now, right now, asap,
      at once, immediately, again, tia, ta, good morning, good afternoon, good evening, dear, maam, yo,
      please and thank you, god bless, pleez, pleaz, plis
    `,
    beside: words`
      i, it, this, that, these, already, for good, forever, just, omg, ffs, damn, wtf, i said, i say, send, reply, text,
      txt, sms, with it, number
    `,
    all: words`all, al, everything`,
    unsure: words`
      wrong number, wrong person, wrong no, wrong phone number, not interested, no longer interested, not intersted,
      im not interested, i am not interested, leave, exit, not my number, bad number, you have the wrong number,
      you have wrong number, u have the wrong number, you have the wrong person, no longer at this number, unwanted,
      never signed up, i never signed up, i never signed up for this, i did not subscribe, i didnt subscribe,
      never subscribed, i never subscribed, i never agreed to this
    `,
    connectors: words`2, to, and, n, or, then`,
  },
  grammar: {
    end: words`
      stop, stopp, stpo, sotp, stope, quit, cease, halt, discontinue, cease and desist, desist, terminate, cancel, cancle,
      end, stopping, knock off, turn off, switch off, cut out, suspend, deactivate, disable, stop it, quit it, enough,
      refrain from, stop with, done with, revoke, stap, withdraw, can u stop, stahp, dtop, sto, end it, kill,
      if you stopped, if you would stop, if you could stop, if u stopped, turn … off, switch … off, shut … off, cut … out,
      knock … off, shut … down, revoking, withdrawn, withdrawing, rescind, rescinding, revoked, stoped, quitting, ceasing,
      ending, discontinuing, terminating, retract, retracting, retracted, pack … in, pack it in, pack in, knock it off,
      cut it out, give it a rest, lay off, give up, ease off, chill with, chill out with, enough with, be done with,
      put an end to, put a stop to
    `,
    leave: words`
      unsubscribe, unsub, unsubscribed, unsubscribing, unsuscribe, unsubcribe, opt out, optout, opting out, opted out,
      optingout, un subscribe, unenroll, unregister, deregister, no longer consent, cancel my subscription to texts,
      let me out, let me off, want off, be unsubscribed, be opted out, opt … out, request removal, requesting removal,
      removal request, exit list, exit the list, exit this list, exit your list, leave list, leave the list,
      leave this list, leave your list, i am texting stop, im texting stop, i am replying stop, im replying stop,
      i am sending stop, quit the list, quit this list, off this list, out of this list, off the list, out of your list
    `,
    remove: words`
      remove, remov, rmv, delete, erase, take off, scrub, block, removed, deleted, removing, purge, exclude, get off,
      taken off, off, cancel, cross me off, cross off, blacklist, take … off, get … off, take … out, get … out of your,
      get … out of this, cross … off, pull … off, drop … from, strike … from, be removed, be taken off, get removed,
      be deleted, be off, take … of this, take … of your, take … of ur, take … of the, get rid of, scratch … off,
      strike … off, scratch, strike, knock … off, chuck … off, kick … off, tick … off, untick, unlist, unenroll,
      unregister, deregister, deactivate, pull … from, whip … off, strip … from, get … out of, get … removed, get … out,
      bump … off, pop … off, sling … off, boot … off, boot … from, exempt, omit, expunge, wipe
    `,
    write: words`
      text, texting, txt, txting, texing, texts, message, messaging, messages, msg, msging, mesage, mesaging, massage,
      contact, contacting, call, calling, callin, textin, bother, bothering, botherin, spam, spamming, spaming, harass,
      harassing, harrassing, harass*, harras*, bug, bugging, annoy, annoying, pester, pestering, email, emailing, solicit,
      soliciting, reach out, reaching out, disturb, disturbing, sms, write, writing, ring, ringing, blowing up, hit up,
      hitting up, advertise, advertising, notify, notifying, scam, scamming, phoning, phone, communicate, communicating,
      ping, pinging, txtn, texin, msgin, wasting my time, waste my time, contacted, messaged, called, texted, hit me up,
      hitting me up, hitting my line, hit my line, hit my phone, hitting my phone, blow up, blowing me up, hmu, textn,
      keep texting, asking, asking me, begging, begging me, be contacted, be texted, be messaged, be called, be bothered,
      get texted, get contacted, blowing … up, blow … up, filling up my phone, filling my phone, clogging my phone,
      clogging up my phone, cluttering my inbox, cluttering my phone, looking for, hounding, chasing, stalking, dming,
      asking for, trying to reach, reaching out to, market, marketing to, hittin, hit, ask, market to, text back,
      write back, call back, dialing, dialling, messing with, mess with, flooding, bombarding, blasting, nagging, hassling
    `,
    send: words`send, sending, sendin, send out, sending out, snd, forward, keep sending`,
    messages: words`
      text, texts, txt, txts, message, messages, msg, msgs, mesages, massages, mesage, messges, text message,
      text messages, sms, smses, mms, notification, notifications, notices, alert, alerts, ads, adverts, advertisement,
      advertisements, advertising, marketing, promo, promos, promotion, promotions, promotional, spam, spams, newsletter,
      newsletters, updates, reminders, communications, communication, solicitation, solicitations, correspondence, junk,
      junk texts, subscription, emails, blasts, offers, deals, mailings, contact, texting, messaging, robotexts, calls,
      coupons, campaign texts, surveys, subscriptions, txtmsgs, soliciting, tx, txs, requests, donation requests,
      donations requests, appeals, pleas, fundraising, political texts, solicits, conversation, convo, thread, chat,
      text chain, chain, this crap, this shit, this garbage, this junk, this bs, this nonsense, this rubbish, your crap,
      your shit, your garbage, your junk, your bs, your nonsense, your rubbish, ur crap, ur shit, contacting, contacts me
    `,
    list: words`
      list, lists, mailing list, text list, texting list, call list, contact list, contacts, database, data base, system,
      systems, directory, records, files, distribution, distribution list, phone list, sms list, marketing list, listing,
      phonebook, phone book, mailing, campaign, program, service, services, group, texting, texts, text messages, messages,
      group text, group chat, rotation, subscription, subscriptions, broadcast, lst, mail list, address book, crm, account,
      accounts, computer, computers, books, book, roster, phone tree, listserv, feed, registry, subscribers, mailer,
      mail outs, mailouts, alerts, rolodex, spreadsheet, software, app, platform, side
    `,
    mine: words`
      me, us, my number, this number, my phone, this phone, my cell, my name, number, phone number, mobile number,
      cell number, name, phone, mobile, cell, my info, my information, my data, my details, info, information, data,
      details, my contact, mine, my mobile, from me, contact info, digits, my no, my email, this line, this cell, myself,
      my line, my device, my wife, my mom, my mother, my husband, my kids, my friends, my daughter, my son, my dad,
      my family, my parents, my child, my children, be removed, be taken off, get removed, be deleted, her number,
      his number, their number, person, my digits, num, my num, this num, nbr, ph number, personal data, personal info,
      personal information, inbox, my inbox, be contacted, be texted, be messaged, be called, be bothered, get texted,
      get contacted, both numbers, numbers, and us, and me, and my
    `,
    not: words`
      not, dont, don t, do not, donot, don, never, no longer, dnt, nope not, never ever, must not, mustnt, nt, do nt,
      don not, do no, nor, should not, shouldnt, wouldnt, not to, no need to, pls no, dony, dotn, dobt, please no, wont,
      will not, dont you dare, dont u dare, do not dare, dont dare, do not you dare, dont even think about, dont u ever,
      dont you ever, did not, didnt, havent, have not, hasnt, doesnt want, does not want, dont need, do not need,
      dosent want, doesnt need, doesnt wish
    `,
    no: words`no, nomore, zero, without, no need for, enough of, enough with, no more, not one more, not another, not one`,
    more: words`
      more, anymore, any more, again, ever, ever again, further, future, in future, in the future, any longer, no more,
      nomore, additional, another, from now on, evermore, anymre, anynore, any further, moving forward, other, mo,
      once more, one more time, going forward, going forwards, going on, hereafter, henceforth, ever more, or ever,
      any more of, more of, anymore of
    `,
    want: words`
      want, wanna, want to, wish, wish to, need, would like, like, care for, care to, interested in, wants, wnt, authorize,
      sign up for, signed up for, agree to, ask for, asked for, requested, request, subscribe to, subscribed to,
      consent to, opt in to, opted in to, interested, welcome, opted in, agreed to, authorized, i want to, i would like to,
      id like to, i wish to, i wanna, would rather, id rather, prefer, id prefer, prefer to, would prefer, appreciate,
      doesnt want, does not want, dosent want, doesnt need, doesnt wish
    `,
    receive: words`
      receive, receiving, recieve, recieving, get, getting, gettin, hear from, hearing from, see another, see any more,
      see your, see any, participate, participate in, take part, be part of, be a part of, be in this, be on this,
      be included, coming to my phone, come to my phone, be on your
    `,
    demands: words`
      lose my number, loose my number, lose this number, loose this number, forget my number, erase my number,
      delete my number, no more contact, do not contact list, do not call list, do not text list, no mas,
      get lost with your texts, dont have my number, fuck off with, keep me out of, drop me from, count me out,
      blocking you, im blocking, i will block you, i am blocking you, reporting you, reporting this, i will report you,
      you are blocked, lose the number, lose my contact, cease all contact, end all communication, requesting removal,
      request removal, do not call registry, do not text registry, dnc list, no call list, reported as spam,
      reporting as spam, marked as spam, reported you, reported this, do not disturb list, reporting to 7726,
      reported to 7726, report to 7726, forwarding to 7726, forwarded to 7726, sent to 7726, leave me off, leave me alone,
      leave us alone, leave me the hell alone, leave me the fuck alone, lose … number, lose … digits, loose … number,
      forget … number, wipe … data, wipe … info, wipe … information, wipe … number, leave me be, right to be forgotten,
      object to processing, object to the processing, get out of my phone, get off my phone, get out of my inbox,
      out of my phone, stay out of my phone, leave my phone alone, leave this number alone, leave my number alone,
      leave my family alone, leav me alone, lemme alone, leave me along, leve me alone, leave me in peace,
      leave us in peace, outta my phone, should not be on file, shouldnt be on file, should not be in your,
      shouldnt be in your, should not be on your, shouldnt be on your, suppression list, block list, blocklist, blacklist,
      opt out list, optout list, as do not text, as do not contact, as do not call, as dnc, as do not disturb,
      burn … number, trash … number, toss … number, shred … number, dump … number, ditch … number, bin … number,
      burn … digits, delete … contact, please no more, no more please, no more of these please, if you dont take me off,
      if you dont remove me, if you dont stop, if you do not stop, if this doesnt stop, if these dont stop,
      if it doesnt stop, if it does not stop, if this does not stop, if this continues, if these continue,
      if this keeps up, if you dont quit, unless you stop, dont use this number, do not use this number,
      stop using this number, quit using this number, stop using my number, dont use my number, do not use my number,
      stay out of my inbox, stay off my phone, out of your computer, no text list, do not call, dnc,
      keep your texts to yourself, keep your messages to yourself, keep them to yourself, keep it to yourself,
      keep these to yourself, so i stop getting, so we stop getting, so that i stop getting, so i stop receiving,
      so that i stop receiving, so i dont get, so that i dont get, so i do not get, so i no longer get, so i dont receive,
      so i no longer receive, get you to stop, get you people to stop, get u to stop, make you stop, get this to stop,
      get these to stop, make this stop, make these stop, make it stop, get it to stop, get them to stop, make them stop,
      stop the madness, stop the insanity
    `,
    dismissals: words`
      leave my alone, leave me tf alone, go away, fuck off, eff off, f off, piss off, bugger off, sod off, buzz off,
      shut up, shut the fuck up, stfu, get lost, beat it, back off, fck off, fuk off, feck off, kick rocks, go to hell,
      get out of here, take a hike, no contact, get a life, gtfo, fo, stop it, lose it, fuckoff, shutup, not wanted,
      no spam, let me be, buzz of, i am done, im done, go f yourself, go fuck yourself, screw off, hands off, get bent,
      dont want these, dont want this, do not want these, do not want this, enough is enough, no mas, i want off,
      i want out, fk off, fuc off, block, blocking, blocking u, report spam, jog on, do one, get stuffed, naff off,
      eat shit, drop dead, kiss my ass, kiss my arse, get knotted, this is spam, bog off, up yours, eat a dick, suck it,
      bye felicia, be gone, begone, scram, shove off, fuck of, bug off, f u, fuk you, fuk u, blocked, reported,
      could you not, can you not, no more of this, no more of these, dont want any part of this, want no part of this,
      told you no, im out, i am out, spam, dont come back, never come back, dont bother, dont come near me, do not bother,
      on your bike, sling your hook, leave her alone, leave him alone, leave them alone, no more, dont want it,
      do not want it, dont want any of it, knock it off, cut it out, give it a rest
    `,
    reasons: words`
      wrong number, wrong person, wrong no, worng number, wrong, wrong phone number, not interested, no interest,
      uninterested, no longer interested, not intrested, changed my mind, have the wrong number, you have the wrong number,
      who is this, whos this, who are you, how did you get my number, where did you get my number, i have asked, ive asked,
      i already asked, asked you, told you, i told you, i have told you, ive told you, asked many times, times, last time,
      last warning, never signed up, did not sign up, didnt sign up, i never signed up, dont know you, i dont know you,
      do not know you, not a customer, no longer a customer, harassment, illegal, ftc, fcc, tcpa, gdpr,
      do not call registry, do not call list, dnc, unsolicited, i moved, ripped me off, scam, scammer, scammers, too many,
      way too many, sick of, tired of, fed up, already ordered, already bought, already have one, already voted,
      already donated, dont live here, no longer at this number, not me, isnt me, no longer live, no longer own,
      no longer need, report you, passed away, passed, died, dead, deceased, death, rip, this is not, this isnt, this aint,
      no longer has, no longer have, no longer at, no longer with us, not his, not her, not their, isnt his, isnt her,
      moved away, have moved, ive moved, dont know who, not the right person, not the person, voting for, work phone,
      work cell, business line, business phone, business number, landline, land line, company phone, work number, unwanted,
      unwelcome, annoying, inappropriate, 2nd request, second request, third request, 3rd request, last request,
      final request, second time, third time, 2nd time, 3rd time, 4th time, 5th time, 100th time, 10th time, final warning,
      final notice, minor, underage, dont know u, i dont know u, not my number, had it with, had enough, had enough of,
      im over, done with, my daughters, my sons, my kids, my moms, my mothers, over these, over this, over your,
      over all these, never subscribed, did not subscribe, didnt subscribe, not subscribing, never agreed, did not agree,
      didnt agree, office number, official number, childs phone, kids phone, a childs phone, a kids phone, childs number,
      i am not a, im not a, i am not an, im not an, not a resident, not a member, not a client, not a patient, not a donor,
      not a voter, not a student, not a parent, not a subscriber, not a registered, i am no longer, im no longer,
      we are no longer, email only, emails only, calls only, phone calls only, mail only, by email only, moved out,
      moved house, sold my, sold the, sold it, sold our, graduated, retired, i dont need this, dont need this,
      dont need these, i do not need this, hospice, harassed, harassing, ive had it, i have had it
    `,
    keep: words`
      reply stop, text stop, txt stop, send stop, texting stop, replying stop, type stop, sms stop, respond stop,
      reply end, text end, reply quit, text quit, reply unsubscribe, text cancel, reply cancel, stop to quit, stop to end,
      stop to opt out, stop to unsubscribe, stop to cancel, stop to stop, dont stop, do not stop, never stop,
      dont unsubscribe, do not unsubscribe, dont remove, do not remove, dont cancel, do not cancel, keep texting,
      keep sending, keep them coming, keep me on, dont opt me out, stay subscribed, sign me up, dont take me off,
      do not take me off, please keep sending, please keep texting, please keep me on, please keep me in,
      please keep me posted, please keep them, please keep it up, please keep up, please keep on, dont delete,
      stopped getting, dont end, dont quit, do not delete, love getting, pls continue, please continue, im not getting,
      you are unsubscribed, no way, you have been unsubscribed, you have been removed, you have been opted, dont let,
      didnt mean to, did not mean to, didnt want to, did not want to, didnt ask to, did not ask to, didnt ask you to,
      did not ask you to, never text back, never call back, cant believe, congrats, congratulations, so cute, you stopped,
      u stopped, you guys stopped, they stopped, why did you stop, when did you stop, i deleted, deleted the, deleted your,
      deleted that, deleted my, deleted this, yelled stop, yells stop, screamed stop, shouted stop
    `,
    questions: words`
      dont you, dont u, didnt you, dont we, didnt u, arent you, isnt it, when, where, what, whats, which, why, who, did,
      does, is, are, was, has, have you, whether, do you, do u, did you, what happens if, is it, if i, do i, should i,
      shall i, shall we, can i get, am i, were, will this, will it, will my, will the, will i, will we, will they,
      will these
    `,
    how: words`
      how, how do i, how can i, how to, how do you, how do we, is there a way to, is there any way to, any way to,
      a way to, what do i have to do to, what does it take to, what do i need to do to, what do i do to, how am i able to,
      how would i, how can u, how can you, how could i, how do u
    `,
    limits: words`
      instead, until, till, til, while, unless, tonight, today, tomorrow, tmrw, this week, next week, for now, for a while,
      after, before, when, at work, during, late, so early, so late, at night, in the morning, this late, driving,
      the same, temporarily, if, because, am, pm, early, weekends, only, except, rather, the other number, new number,
      monday, sunday, yet, once, drive, use this, use my other, use the new, use the other, if i, if we
    `,
    subjects: words`
      i, we, he, she, they, it, that, who, you, u, ill, well, youll, ive, he will, i will, we will, they will, i can,
      i cant, will, would, might, may, could, did, gonna, had to, wanna, shes, hes, yall, going to, you would, u would,
      youd, you guys, u guys, you people, u people, you ppl, you folks, ya, doesnt, didnt, cant, couldnt, cannot, isnt,
      aint, does not, did not, hasnt, havent, finally, suddenly, completely, eventually, usually, makes, made, have not,
      im, i am, id, this is, these are
    `,
    articles: words`
      the, a, an, my, your, our, his, her, their, in, at, of, by, in the, at the, to the, bus, train, tram, metro, subway,
      next, first, last, final, rest, pit, truck, tube, taxi, gas, fuel, full, non, one, door, short, school, which,
      another, every, each, only, long, quick, right
    `,
    others: words`
      you, u, him, her, them, everyone, everybody, people, each other, ppl, your, his, their, mom, anyone, anybody,
      you would, u would, youd, yall, you guys, u guys, you people, u people, you ppl, you folks, ya, mail, it, that,
      call me that, calling me that, calling me sir, calling me names, calling me maam, call me sir
    `,
    joins: words`
      and, but, or, so, n, because, cause, cuz, since, also, as, please, pls, plz, plse, kindly, cus, coz, or i, or i will,
      or ill, or im, or i am, or else
    `,
    consent: words`
      consent, consents, consented, consent to, permission, permissions, authorization, authorisation, approval, opt in
    `,
    told: words`
      said, told, asked, answer is, reply is, response is, word is, choice is, decision is, vote is, tell you, telling you,
      been told, was told, were told, been asked, told you twice, asked you twice, tell you people, tell you guys,
      told you people, told you guys, asked you people, asked you guys, here is your, make, let, making, my answer is,
      answer, i told you, told you, asked you, i have told you, ive told you, i already asked, ive asked, i have asked,
      replied, texted, typed, responded, have sent, ive sent, i sent, i replied, keep replying, keep saying,
      keep telling you, say, saying, beg, begging, asking, been asking, been telling, didnt i tell you, did i not tell you,
      havent i asked you, did i not say, didnt i say, did i not ask, didnt i ask you, havent i told you, beg you,
      begging you, asking you to, ask that you, ask you to, request that you, demand that you, insist that you, insist you
    `,
    threats: words`
      sue, suing, sue you, report you, reporting you, legal action, lawsuit, press charges, file a calling call the police,
      my lawyer, my attorney, a lawyer, i will report you, ill report you, i will block you, will report you, or i,
      or i will, or ill, or im, or else, attorney, lawyer, or i am, complaint, the police
    `,
    repeats: words`
      keep, keeps, kept, still, continue, continuing, always, constantly, continue to, keep on, so many, all these,
      keep texting, keep sending
    `,
    duties: words`
      to, need to, needs to, have to, has to, must, should, gotta, better, trying to, ought to, had better, got to, is,
      are, was, were, 2
    `,
    light: words`
      i, im, i am, id, ive, you, u, ur, your, youre, you are, yours, my, we, our, it, its, this, that, these, those, them,
      the, a, an, any, all, every, each, everything, anything, such, stupid, dumb, damn, dam, fuck, fucking, fuckin, fkn,
      fking, effing, freaking, freakin, bloody, goddamn, hell, the hell, shit, bitch, asshole, assholes, idiot, idiots,
      bastards, bastard, moron, morons, jerk, jerks, dude, man, bro, bruh, from, of, off, on, with, for, about, at this,
      in, out, via, on my, now, right now, already, at once, immediately, asap, today please, forever, permanently, please,
      just, really, so, very, too, much, many, seriously, can you, could you, would you, will you, can u, could u, would u,
      can we, can i, may i, could i, can someone, could someone, would you please, would you mind, do you mind, id like to,
      i would like to, i want to, i wanna, i want you to, i need you to, id like you to, you need to, u need to, you must,
      you have to, i wish to, i want, i demand you, i demand that you, demand, have, am, being, been, will, would, ask,
      company, business, automated, political, daily, random, constant, unwanted, some, myself, lol, smh, omg, ffs, wtf,
      jesus, christ, god, yes, nah, thing, things, stuff, there, here, guys, people please, way, again, put, do, not, get,
      got, number, kind, kinds, type, types, ok, k, yeah, well, trying, try, sent, at all, else, kindly, x, goodbye, bye,
      peace, ma, maam, team, folks, whoever, whoever this is, this is, to me, to us, to my, to this, to my phone,
      to my number, to this number, to please, me to, frm, how many times do i have to, how many times do i need to,
      how many times must i, how about, what part of, how about you, her, his, him, would appreciate it, would appreciate,
      appreciate it, id appreciate it, it would be great, how u got, how you got, anything else, requesting, request,
      yall need to, you guys need to, you all need to, u guys need to, they need to, you people need to, what the hell,
      what the fuck, wth, w, screw you, fuck you, fuck u, fu, f you, damn you, auto, automatic, stuff like this, be, were,
      is, are, was, once and for all, three, ten, hundred, thousand, million, times, creep, creeps, loser, losers, scum,
      clowns, dammit, damnit, weirdo, pos, sob, mf, motherfucker, motherfuckers, dick, dicks, prick, cunt, cunts, twat,
      wanker, arse, arsehole, ass, dumbass, jackass, pathetic, annoying, ridiculous, disgusting, trash, garbage, spammer,
      spammers, scammers, scammer, liar, liars, thieves, crooks, stalker, for gods sake, gods, sake, for god sake,
      for christs sake, christs, petes, heavens, love of god, for the love of god, for the love of all that is holy,
      goodness, mercy, full stop, period, do you not understand, dont you understand, dont u understand, do you not get,
      dont you get, you not understand, cant you, cant u, wont you, wont u, why wont you, why wont u, why dont you,
      why dont you just, why dont u, when will you, when will u, when are you going to, when are you gonna, will you ever,
      bud, buddy, pal, mate, lady, miss, mister, mr, mrs, friend, friends, boss, hun, honey, hereby, formally, effective,
      effective immediately, officially, politely, respectfully, nicely, previously, given, prior, express, written,
      bullshit, crap, nonsense, bs, add me to your, put me on your, add me to the, put me on the, fck, fk, fuk, sht, btch,
      bst, did, 2 times, 3 times, 4 times, 5 times, 6 times, 10 times, 20 times, 100 times, for money, for donations,
      money, donation, donations, gave, give, grant, granted, had, im good, im all set, i am good, were good, all set,
      girl, sis, fam, homie, yeah no, means, which part of, unclear, how many more times do i have to, how many more times,
      how many times, like 10 times, madness, insanity, foolishness, stupidity, abuse, bombardment, barrage, onslaught,
      you would, u would, youd, doing this, doing that, doing dis, dis, dat, dem, both, fuk u, fuk you, f u, da, yall,
      you guys, u guys, you people, u people, you ppl, you folks, ya, consider this my, consider this as my,
      accept this as my, this is my official, this is my formal, use, using, will u, multiple, several, numerous,
      countless, for weeks, for months, for years, for days, weeks ago, months ago, years ago, days ago, months, weeks,
      years, twice, thought, idgaf, idc, dgaf, tf, lmao, lmfao, bffr, fr, jfc, smfh, istg, stg, dawg, homeboy, my man,
      these are, as of today, as of now, effective today, until further notice, 4ever, 4 ever, commie, commies, libtard,
      libtards, magat, magats, didnt i, did i not, havent i, ugh, argh, urgh, aargh, pff, pfft, meh, hey, oi, aiyo, aiyah,
      lah, leh, abeg, yaar, em, dese, needed, necessary, required, national, federal, has been, are you ever going to,
      are you going to ever, are you ever gonna, when will you ever, why will you not, why cant you, could we,
      could we please, might you, is it possible to, would it be possible to, be so kind, be kind enough to,
      kind enough to, so kind as to, be good enough to, do me a favor and, do me a favour and, do us a favour and,
      for fucks sake, for heavens sake, for the last time, last time, one last time, add, place, mark, flag, if you would,
      if you could, if u could, if u would, if someone could, grateful, obliged, be obliged, be grateful, appreciated,
      on file, can yall, can you guys, can u guys, will yall, could yall, could you guys, can you all, can you people,
      be so kind as to, kind as to, be kind as to, internal, personal, whatever, good luck, understanding, have a good one,
      take care, good day, have a nice day, have a great day, cheers, noise, to be honest, tbh, honestly, frankly, then
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
