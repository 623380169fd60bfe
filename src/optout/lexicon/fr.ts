/**
 * French, of France and Canada. Keywords: STOP is what French marketing must offer, ARRET what AWS and
 * the Canadian carriers take; ARRETE, "stop pub", DESABONNER and DESINSCRIRE are in the published lists
 * of campaign tools. Misspellings: accents and apostrophes left out.
 */
import type { Lexicon } from './lexicon.js';
import { words } from './words.js';

export const fr = (): Lexicon => ({
  language: 'fr',
  keywords: {
    stop: words`
      stop, arrêt, arrêter, arrête, arrêtez, arrêté, stop pub, stop sms, stop publicité,
      stop pubs, stop promo, désabonner, désabonnement, se désabonner, désabonnez, désabonnez moi,
      désabonne moi, me désabonner, désabo, désinscrire, désinscription, désinscrivez moi,
      désinscris moi, me désinscrire, résilier, résiliation, annuler, annulation, annulez,
      supprimer, supprimez, supprime, retirer, fin, fini, terminé, ça suffit, assez, refus,
      refuser, désactiver, plus de sms, plus de pub, stopper, stoppez, stoppe, quitter, sortir,
      effacer, enlever, radiation, opposition, non merci stop, bloquer
    `,
    stopAll: words`stop tout, tout arrêter, arrêt total, arrêter tout, arrêtez tout, stop à tout`,
    misspelt: words`
      aret, arette, arete, arrette, aretez, arretter, arreté, desabonement, désaboner, stope,
      stopper sms, dsabonner, désabonée, desinscrir, aretter, stoop, desinscription sms, arrèt, arèt
    `,
    ordinary: words`annule, quitte, arrière, adresse, adresses, contrat, contrats`,
    start: words`
      reprendre, reprise, démarrer, recommencer, réabonner, me réabonner, réabonnez moi, abonner,
      inscrire, s abonner, activer, réactiver, début
    `,
    help: words`aide, aider, infos, au secours, information`,
    polite: words`
      s il vous plaît, s il te plaît, sil vous plaît, sil vous plait, sil te plait, svp, stp,
      silvouplait, merci, merci beaucoup, merci d avance, merci davance, mercii, bonjour, bonsoir,
      salut, bjr, cordialement, slt, non merci, désolé, désolée, pardon, madame, monsieur,
      messieurs, tout de suite, immédiatement, maintenant, de suite, ok, merci bien,
      bonne journée, bonne soirée, rapidement, au plus vite, bien à vous, mrc
    `,
    beside: words`
      moi, ça, cela, tout ça, enfin, bordel, putain, merde, je veux, je souhaite, les sms, messages,
      définitif, sms, pub, ces sms, vos sms, tabarnak
    `,
    all: words`tout, tous, toutes`,
    connectors: words`et, ou`,
  },
  grammar: {
    end: words`
      stop, arrêt, arrête, arrêtes, arrêter, arrêtez, arreter, aretez, arretez, arrêt des,
      arrêt de, stoppe, stopper, stoppez, stop aux, stop à, cessez, cesse, cesser, annuler,
      annulez, résilier, résiliez, suspendre, suspendez, assez, assez de, ça suffit, marre de,
      ras le bol de, finissez, fini les, fini, désactiver, désactivez, stop avec, stop les,
      évitez, éviter, évitez de, terminer, interrompre, interrompez, mettre fin à, mettez fin à,
      mettre fin, fin des, arrétez, on arrête, je refuse de, je refuse, refuse de, nous refusons,
      stopez, stopé, finissons, arrêtons, arrêté de, arrêtes de, cesser de, débarrasser de,
      me débarrasser de, débarrassez moi de, me débarrasser des, débarrasser des, en finir avec,
      halte à, halte aux, d arrêter, de cesser, d arreter, de stopper, arrêtez de m, arrêter de m,
      arrêtez donc, stoppez les, mettez un terme à, mettre un terme à, mettez un terme aux,
      laissez tomber, arrêtez avec, arrête avec, à arrêter, arrêtiez, cessiez, que vous arrêtiez,
      que vous cessiez, que ça s arrête, que ça cesse
    `,
    leave: words`
      désabonner, désabonnez, désabonne, désabonnez moi, désabonnement, me désabonner, désabonez,
      désabo, désinscrire, désinscrivez, désinscrivez moi, désinscris moi, désinscription,
      me désinscrire, désinscrit, désabonn*, désinscri*, radier, radiez, radiez moi,
      se désinscrire, se désabonner, je me désabonne, je me désinscris, retire mon consentement,
      retrait de mon consentement, je retire mon consentement, m oppose, je m oppose, mopposer,
      droit d opposition, je n ai pas donné mon accord, pas donné mon consentement,
      résilier mon abonnement, annuler mon abonnement, bloctel, désabonnez nous, je refuse vos,
      retrait du consentement, révoque mon consentement, je révoque, mon droit d opposition,
      droit d opposition au, je m oppose au, je m oppose à, fin d abonnement, fin de l abonnement,
      fin abonnement, résiliation de, ne plus recevoir, arrêt de l abonnement, arrêt abonnement,
      arrêter l abonnement, arrêtez l abonnement, annuler l abonnement, annulez mon abonnement,
      résiliez mon abonnement, je résilie, je me retire, je refuse, je révoque mon accord,
      retire mon accord, retirer mon accord, quitter la liste, sortir de la liste,
      me retirer de la liste, refus de prospection, refus de recevoir, refus de, opposition à,
      opposition au, opposition, demande de désinscription, demande de désabonnement,
      demande de suppression
    `,
    remove: words`
      retirer, retirez, retire, retirez moi, retire moi, retirez nous, me retirer, supprimer,
      supprimez, supprime, supprimez moi, me supprimer, enlever, enlevez, enlève, enlevez moi,
      enlève moi, m enlever, menlever, effacer, effacez, efface, effacez moi, sortir, sortez,
      sortez moi, sors moi, me sortir, rayer, rayez, rayez moi, raye moi, ôter, ôtez, ôtez moi,
      virer, virez, virez moi, vire moi, exclure, bloquer, bloquez, suppression, retrait,
      dégagez moi, oubliez, oublie, éliminer, éliminez, hors de, effacement, radiation, retirez le,
      supprimez le, effacez le, enlevez le, la suppression, la radiation, l effacement, le retrait,
      effaciez, supprimiez, retiriez, enleviez, désinscriviez, me retiriez, me supprimiez,
      m enleviez
    `,
    write: words`
      écrire, m écrire, mécrire, écrivez, écrivez moi, m écrivez, mécrivez, écris, m écris,
      mecris, contacter, contactez, contacte, me contacter, me contactez, me contacte, appeler,
      appelez, m appeler, m appelez, mappeler, mappelez, appelle, m appelle, déranger, dérangez,
      dérange, me déranger, embêter, embêtez, m embêter, m embêtez, harceler, harcelez, harcèle,
      me harceler, spammer, spammez, spamer, importuner, importunez, emmerder, m emmerder,
      memmerder, m emmerdez, memmerdez, solliciter, sollicitez, texter, textez, me texter,
      saouler, saoulez, soûler, relancer, relancez, faire chier, faites chier, joindre, démarcher,
      démarchez, bombarder, inonder, inondez, ennuyer, ennuyez, notifier, démarchage, achaler,
      m achaler, achalez, m achalez, gosser, gossez, contacté, contactée, sollicité, harcelé,
      écriviez, contactiez, appeliez
    `,
    send: words`
      envoyer, envoyez, envoie, envoyé, m envoyer, menvoyer, m envoyez, menvoyez, m envoie,
      menvoie, envoyez moi, envoie moi, d envoyer, denvoyer, de m envoyer, de menvoyer,
      m envoyiez, transmettre, adresser, m adresser, adressez, m adressez, envoi, envois,
      nous envoyer, l envoi, lenvoi, les envois, d envoi, envoyiez, m envoyiez plus
    `,
    messages: words`
      message, messages, msg, msgs, mess, sms, sms publicitaires, texto, textos, pub, pubs,
      publicité, publicités, promo, promos, promotion, promotions, notification, notifications,
      notif, notifs, annonces, alertes, alerte, offres, spam, spams, mails, newsletter, newsletters,
      lettre d information, communications, sollicitations, sollicitation, rappels,
      messages publicitaires, infos commerciales, mms, conneries, merdes, abonnement sms,
      démarchage, prospection, pubs sms, courriels, email, emails, mail, réclame, réclames,
      promos sms, blabla, trucs publicitaires, service sms, sms de pub, invitations, catalogues,
      newsletters sms, vos trucs, vos conneries, actus, actualités, bons plans, soldes, enquêtes,
      sondages, relances, démarchages, appels, réception de sms, réception de messages,
      réception des sms, prospections
    `,
    list: words`
      liste, listes, listing, base, bases, base de données, bdd, fichier, fichiers,
      fichier client, liste de diffusion, liste d envoi, liste de contacts, répertoire, contacts,
      vos contacts, carnet, système, diffusion, abonnement, abonnements, mailing, mailing list,
      registre, carnet d adresses, clientèle, service sms
    `,
    mine: words`
      moi, me, m, nous, mon numéro, mon num, mon no, ce numéro, numéro, num, mon nom, nom,
      mes coordonnées, coordonnées, mes données, données, mon contact, mon tel, mon téléphone,
      téléphone, tel, portable, mon portable, mon 06, mon mobile, mon adresse, retirez moi,
      retire moi, me retirer, supprimez moi, me supprimer, enlevez moi, enlève moi, m enlever,
      effacez moi, sortez moi, sors moi, me sortir, rayez moi, raye moi, ôtez moi, virez moi,
      vire moi, dégagez moi, n est plus le numéro de, n est pas le numéro de, n appartient plus à,
      ce numéro n est plus celui de, ce n est plus le numéro de, ce n est pas le numéro de, ne m,
      ne me, à ce numéro, sur ce numéro, à mon numéro, sur mon portable, sur mon téléphone
    `,
    not: words`
      ne, n, pas, ne pas, plus, jamais, ne plus, pas de, pa, ne m, ne me, ni, veux pu, jveux pu,
      veut pu
    `,
    no: words`
      aucun, aucune, plus de, plus aucun, plus aucune, pas de, pas d, sans, plus jamais de,
      plu de, zéro, ras le bol des, marre des, marre de, assez de, non aux, non à, plus d, plu d
    `,
    more: words`
      plus, jamais, plus jamais, à l avenir, encore, davantage, plus de, plus aucun, plus aucune,
      désormais, dorénavant, d autres, plu, nouveau, à nouveau, de nouveau, ne plus, plu de, plu d
    `,
    want: words`
      veux, veut, voudrais, souhaite, souhaiterais, désire, désirerais, aimerais, besoin, envie,
      intéresse, m intéresse, voulons, souhaitons, demandé, rien demandé, veu, vx, intéressent,
      envie de, tiens à, accepte, jveux, jveu, jvx, j veux, vouloir, jen veux, j en veux, veux pu,
      jveux pu, veut pu
    `,
    receive: words`
      recevoir, reçois, reçoive, avoir, entendre parler, recevoire, recevoir de, avoir de,
      être contacté, être contactée, être dérangé, être sollicité, être sollicitée, être démarché,
      d être, voir, recevoir d
    `,
    demands: words`
      oubliez mon numéro, oublie mon numéro, perdez mon numéro, effacez mon numéro,
      supprimez mon numéro, retirez mon numéro, je vous bloque, je bloque, je vais vous bloquer,
      je vais porter plainte, je porte plainte, je vous signale, signalé, bloqué,
      je vais vous signaler, arrêtez ça, arrêtez cela, arrête ça, signalement cnil, retirez moi,
      virez moi, enlevez moi de, retirez mes coordonnées, arrêtez tout, c est du spam,
      ceci est du spam, je vous signale au 33700, 33700, je signale, je vais signaler
    `,
    dismissals: words`
      laissez moi tranquille, laisse moi tranquille, fichez moi la paix, foutez moi la paix,
      fous moi la paix, fiche moi la paix, laissez moi, laisse moi, allez vous faire foutre,
      va te faire foutre, va te faire, allez vous faire voir, dégage, dégagez, cassez vous,
      casse toi, foutez le camp, la paix, ta gueule, vos gueules, fermez la, ferme la, lâchez moi,
      lâche moi, lâchez moi la grappe, arrêtez votre cirque, on s en fout,
      laissez nous tranquilles, barrez vous, tranquille, ne pas déranger, lâchez l affaire,
      lâche l affaire, je ne veux pas de ça, je ne veux pas ça, je veux pas ça, j en veux pas,
      j en veux plus, supprimez le, effacez le, supprime le, efface le, enlevez le, vos gueules avec,
      lâchez nous, foutez nous la paix, fichez nous la paix, oubliez moi, oublie moi, du balai,
      basta, ça me saoule, vous me saoulez, tu me saoules, vous me gonflez, vous êtes lourds,
      vous êtes relous, ça me gonfle
    `,
    reasons: words`
      faux numéro, mauvais numéro, erreur de numéro, trompé de numéro, vous vous trompez,
      mauvaise personne, erreur de destinataire, pas intéressé, pas intéressée, pas intéresser,
      plus intéressé, plus intéressée, pas interesse, aucun intérêt, ça ne m intéresse pas,
      m intéresse pas, qui êtes vous, qui est ce, c est qui, je vous connais pas,
      je ne vous connais pas, je vous ai déjà, déjà dit, déjà demandé, déjà répondu,
      plusieurs fois, mille fois, dernière fois, cnil, rgpd, plainte, avocat, police, arnaque,
      arnaqueurs, harcèlement, illégal, je n ai rien demandé, rien demandé, plus client,
      plus cliente, pas client, jamais inscrit, jamais inscrite, pas inscrit, ras le bol, marre,
      ce n est pas moi, c est pas moi, décédé, décédée, est mort, est morte, décès, déménagé,
      plus à moi, pas la bonne personne, changé de numéro, plus le numéro de,
      loi informatique et libertés, lcap, loi 25, c qui, pas mon nom, mon mari est décédé,
      ma femme est décédée, ma mère est décédée, mon père est décédé, mon mari est mort,
      ma mère est morte, mon père est mort, ma grand mère est décédée, mon grand père est décédé,
      t es qui, tes qui, vous êtes qui, qui c est, c est qui ça, n est plus le numéro de,
      n est pas le numéro de, n appartient plus à, ce numéro n est plus celui de,
      ce n est plus le numéro de, ce n est pas le numéro de, d où avez vous mon numéro,
      comment avez vous eu mon numéro, qui vous a donné mon numéro, 2e fois, 3e fois, deuxième fois,
      troisième fois, énième fois, c chiant, c est chiant, c est lourd, trop de,
      vous m envoyez trop, trop de messages, trop de sms, jamais donné mon accord,
      jamais donné mon numéro, pas donné mon numéro, je n habite plus, j ai déjà acheté,
      plus chez vous, spam, vous avez le mauvais numéro, jamais abonné, jamais abonnée,
      je ne me suis jamais inscrit, je ne me suis jamais inscrite, jamais rien demandé,
      je n ai jamais demandé, pas abonné, pas abonnée
    `,
    keep: words`
      n arrêtez pas, narrêtez pas, arrêtez pas, arrête pas, n arrête pas, ne vous arrêtez pas,
      ne me désabonnez pas, ne me désinscrivez pas, ne me retirez pas, ne supprimez pas,
      continuez, continue, continuer à, ne pas me désabonner, ne résiliez pas, n annulez pas,
      je reçois plus, ne reçois plus, ne reçois pas, reçois pas, pas reçu, vous ne recevrez,
      vous êtes désabonné, vous recevrez, veux garder, vous n êtes, n ai plus, je n ai plus
    `,
    questions: words`
      quand, où, pourquoi, quel, quelle, quels, quelles, qui, combien, est ce que vous avez,
      est ce que je dois, quoi, c est quoi, qu est ce, jusqu à quand
    `,
    how: words`
      comment, comment on fait pour, comment faire pour, comment puis je, comment je fais pour
    `,
    limits: words`
      jusqu à, jusquà, avant, pendant, aujourd hui, aujourdhui, demain, ce soir, cette semaine,
      plutôt, par mail plutôt, à la place, la nuit, le soir, si tard, si tôt, trop tard, lundi,
      dimanche, week end, au travail, au boulot, quand, lorsque, si, sauf, après, pour le moment,
      pour l instant, le matin, à cette heure
    `,
    subjects: words`
      je, j, il, elle, on, ils, elles, nous, tu, qui, ça, c est, il faut pas, que je
    `,
    articles: words`
      l, le, la, un, une, à l, à, au, prochain, d, mon, ton, ma, ta, sa, en, cet, cette, chaque,
      dernier, premier
    `,
    others: words`
      lui, leur, les gens, tout le monde, ma mère, mon mari, ma femme, mon fils, ma fille,
      les clients, mes parents, elle, vous
    `,
    joins: words`
      et, mais, ou, car, parce que, parce qu, puisque, donc, puis, alors, aussi, sinon, pcq,
      sinon je
    `,
    light: words`
      je, j, vous, tu, te, me, m, nous, on, il, l, le, la, les, lui, un, une, des, du, de, d, ce, c,
      cet, cette, ces, ça, cela, ceci, vos, votre, ton, ta, tes, mon, ma, mes, ma part, à, au, aux,
      en, par, pour, sur, avec, qui, que, qu, y, et, est, est ce que, c est, ai, être, ete, été,
      plaît, trop, tout, toute, tous, toutes, bien, très, vraiment, tellement, si, encore, enfin,
      déjà, autant, maintenant, jamais, svp, stp, merci de, merci de bien vouloir, de bien vouloir,
      veuillez, veuillez bien, veuillez me, pouvez vous, pourriez vous, peux tu, pourrais tu,
      vous pouvez, tu peux, vous pourriez, je vous demande de, je vous prie de, je vous demande,
      je demande, demande de, demande, je veux que vous, je veux que, je veux, je voudrais,
      je souhaite, j aimerais, jaimerais, j exige, il faut, faut, faites, fais, prière de,
      je désire, me faire, de me, à me, bordel, putain, merde, bon sang, connards, connard, cons,
      con, enculés, salauds, abrutis, chier, foutus, foutue, sérieux, sérieusement, les gars, mec,
      publicitaire, publicitaires, commerciales, commerciaux, commercial, quotidien, inutiles,
      genre, de ce genre, ce genre de, sorte, ce type de, type, part, votre part, de votre part, là,
      ici, même, fois, toujours, rien, via, personnel, immédiat, définitivement, par sms,
      par téléphone, quelconque, toutes vos, société, intrusif, stp merci, suis, sommes,
      conformément à, conformément au, conformément, en vertu de, en vertu du, selon, au titre de,
      au titre du, utilisation, personnelles, jveux, jveu, tabarnak, câlisse, criss, pis, là là,
      droit, traitement, concernant, urgent, se, exerce, j exerce, fins, à des fins, aux fins,
      finalités, effectuer, jen, on se, à propos, immédiate, immédiates, définitive, définitif,
      complète, totale, urgente, trucs, truc, choses, chose, 2e fois, 3e fois, 4e fois,
      deuxième fois, troisième fois, énième fois, ènième fois, que je demande, que je le demande,
      pour la, l amour de dieu, pitié, par pitié, rapidement, sans délai,
      dans les plus brefs délais, arrêt de, non désirés, non sollicités, non sollicitée,
      indésirables, à la con, de merde, débiles, relous, reloux, lourds, chiants, chiant, pénibles,
      pénible, aucune, aucun, autre, autres, sans arrêt, sans cesse, tous les jours, chaque jour,
      à longueur de journée, constamment, continuellement, pu, numéro de téléphone, gars, mon dieu,
      quand même, franchement, vraiment plus, dorénavant, répète, je répète, je vous le répète,
      prospection, commerciale, pourriez, pouvez, voulez vous, voudriez vous, sauriez vous,
      pourrait, quoi que ce soit, que ce soit, quelque, autre chose, ça va, c est bon, bon, vous ai,
      ai dit, déjà dit de, demandé de,
      deux fois, trois fois, à ce numéro, sur ce numéro, professionnel, de travail
    `,
    notFollows: true,
  },
  answers: {
    confirmation: (brand, ofAll) =>
      ofAll
        ? `${brand} : désinscription confirmée, vous ne recevrez plus de messages. Pour revenir : START`
        : `${brand} : vous ne recevrez plus ces messages. START pour revenir, STOP ALL pour tout arreter`,
    help: (brand, helpText) =>
      `${brand} : ${helpText === '' ? '' : `${helpText} `}Pour ne plus recevoir de messages, répondez STOP.`,
    footer: 'STOP pour ne plus en recevoir',
  },
});
