/**
 * Spanish, of Spain and America. Keywords: DETENER, SALIR, ALTO, BAJA and "darme de baja" are in the
 * published lists of campaign tools; CANCELAR, PARAR and the rest are what people write. Misspellings:
 * accents left out, b for v.
 */
import type { Lexicon } from './lexicon.js';
import { words } from './words.js';

export const es = (): Lexicon => ({
  language: 'es',
  keywords: {
    stop: words`
      stop, baja, alto, parar, pare, para, paren, detener, detente, deténganse, detenganse,
      detener promociones, salir, cancelar, cancela, cancelen, cancele, basta, basta ya,
      darme de baja, dar de baja, dame de baja, denme de baja, deme de baja, dadme de baja,
      desuscribir, desuscribirme, desuscríbeme, desuscribirse, desinscribir, anular,
      anular suscripción, cancelar suscripción, eliminar, elimíname, elimínenme, borrar, bórrame,
      bórrenme, quitar, remover, fin, terminar, no más, ya no más, suficiente, baja sms,
      solicito baja, quiero baja, retirar, retírenme, finalizar, bloquear, ya basta, ya paren,
      rechazar, desactivar, suspender, stop sms, baja por favor, me doy de baja
    `,
    stopAll: words`
      baja total, baja de todo, parar todo, cancelar todo, alto total, parar todos, cancelar todos,
      cancelar todas, parar todas
    `,
    misspelt: words`
      vaja, bajaa, salr, cansela, canselar, desuscrivir, desubscribir, des suscribir, bsta
    `,
    ordinary: words`
      cancelas, cancelado, bordar, barrar, salimos, quedar, citar, escribes, escribís, mandaste,
      llamaste, enviaste, mandas, envías, contrato, contratos, contrata, bloques, bloque, bloqueo
    `,
    start: words`
      alta, reanudar, iniciar, comenzar, empezar, suscribir, suscribirme, suscribirse, volver,
      activar, darme de alta, dame de alta, inicio
    `,
    help: words`ayuda, información, auxilio, informacion`,
    polite: words`
      por favor, porfavor, porfa, xfa, x favor, favor, por fa, plis, gracias, muchas gracias,
      grax, mil gracias, hola, buenas, buenos días, buenas tardes, buenas noches, disculpe,
      disculpen, perdón, señor, señora, señores, saludos, ya, ahora, ahora mismo, inmediatamente,
      amablemente, de inmediato, cuanto antes, no gracias, ok, amigo, un saludo, si, sí,
      les agradezco, xfavor, porfis, de antemano, bendiciones
    `,
    beside: words`
      esto, eso, los, de una vez, carajo, joder, coño, quiero, mensajes, sms, me, solicito, deseo,
      necesito, por dios, hostia, mierda
    `,
    all: words`todo`,
    connectors: words`y, o`,
  },
  grammar: {
    end: words`
      para, pare, paren, parar, parad, pará, paren ya, deja, deje, dejen, dejad, dejá, deja ya,
      dejen ya, dejar, deténganse, detengan, detener, detén, detenga, basta, basta ya, basta de,
      ya basta, ya basta de, cesen, cesar, cese, cancelar, cancela, cancele, cancelen, cancélenme,
      anular, anule, anulen, suspender, suspendan, suspenda, alto a, alto, terminen, terminar,
      desactivar, desactiven, desactive, eviten, evitar, evite, abstenganse de, absténgase de,
      stop, interrumpir, finalizar, dejarme, dejen me, déjenme de, déjeme de, déjame de,
      dejadme de, quita, quiten, párenle, párele, párale, parale, cortenla, cortala, córtenla,
      córtala, acaben, acaben con, acabar, déjese de, déjense de, déjese, dejate de, deshacerme de,
      librarme de, harto de, harta de, cansado de, cansada de, hasta la madre con,
      hasta la madre de, hasta los huevos de, hasta el gorro de, hasta las narices de, dejen ya de,
      deja ya de, dejad ya de, paren con, parad con, parad de, paren de, pare de, para de, para con,
      parar de, corten, corta, corten con, corta con, acabad con, frenen, frena, terminen con,
      terminen de, déjense, déjenlo, déjalo, dejadlo, dejadme, que dejen, que deje, que paren,
      que pare, que cesen, dejaran de, pararan
    `,
    leave: words`
      darme de baja, dar de baja, dame de baja, denme de baja, deme de baja, dadme de baja,
      dar baja, dame baja, denme baja, deme baja, me den de baja, me dé de baja, me des de baja,
      me deis de baja, darse de baja, date de baja, causar baja, doy de baja, den de baja,
      dé de baja, desuscribir, desuscribirme, desuscríbeme, desuscríbanme, desuscríbame,
      desuscripción, baja de, desinscribir*, desubscrib*, desapunt*, desapúntame, quiero la baja,
      quiero baja, solicito la baja, solicito mi baja, solicito baja, quiero salir, deseo salir,
      salirme, borrarme, quiero salirme, mi baja, retiro mi consentimiento,
      revoco mi consentimiento, revoco, retirar mi consentimiento, no doy mi consentimiento,
      no autorizo, no he autorizado, no di mi consentimiento, revocar mi consentimiento,
      cancelar mi suscripción, cancelar la suscripción, cancelen mi suscripción, baja inmediata,
      la baja, quiero ser eliminado, quiero ser eliminada, quiero ser borrado, quiero ser borrada,
      desinscri*, retiro mi autorización, revoco mi autorización, desafiliarme, desafíliame,
      desafíliate, desafiliar, desvincúlenme, dejar de recibir, fin de suscripción,
      fin de la suscripción, cancelación de suscripción, cancelación, darme baja,
      anular la suscripción, anular mi suscripción, anule mi suscripción, cancelo mi suscripción,
      renuncio, renuncio a, renunciar a, me salgo, me retiro, quiero retirarme, salirme de,
      dejar la lista, sal de mi teléfono, cancelo la suscripción
    `,
    remove: words`
      elimina, elimine, eliminen, eliminar, elimíname, elimíneme, elimínenme, eliminadme,
      eliminarme, borra, borre, borren, borrar, bórrame, bórreme, bórrenme, borradme, borrarme,
      quita, quite, quiten, quitar, quítame, quíteme, quítenme, quitadme, quitarme, saca, saque,
      saquen, sacar, sácame, sáqueme, sáquenme, sacadme, sacarme, remueve, remueva, remuevan,
      remuévame, remuévanme, remover, removerme, retira, retire, retiren, retirar, retíreme,
      retírenme, excluir, exclúyanme, exclúyame, bloqueen, bloquea, suprimir, supriman, baja,
      dar de baja, fuera de, fuera, tachen, quitarnos, quiten me, saquen me, me quiten, me quite,
      me saquen, me saque, me borren, me borre, me eliminen, me elimine, me quites, me saques,
      me elimines, me borres, bájame, bájenme, bájeme, bajarme, retírenlo, bórrenlo, elimínenlo,
      quítenlo, sáquenlo, bórralo, elimínalo, quítalo, eliminación, supresión, borrado, eliminen me,
      desafilien, la eliminación, la supresión, el borrado, la cancelación de mis datos, quitaran,
      quitara, borraran, eliminaran, sacaran, me quitaran, me borraran, me eliminaran, me sacaran,
      me quitara, me borrara
    `,
    write: words`
      escribir, escribirme, escriban, escriba, escribas, escribáis, escribais, molestar, molestarme,
      molesten, moleste, molestes, molestéis, molesteis, jodan, jodas, jodáis, joder, fastidien,
      fastidies, fastidiar, llamar, llamarme, llamen, llames, llame, llaméis, contactar,
      contactarme, contacten, contacte, contactes, contactéis, mensajear, mensajearme, textear,
      texteen, textear me, textearme, acosar, acosarme, acosen, acosando, hostigar, hostigarme,
      spamear, spamearme, bombardear, bombardearme, chingar, chinguen, chingues, molestando,
      escribiendo, llamando, hinchar, hinchen, insistir, insistan, insistáis, notificar, notifiquen,
      comunicarse, se comuniquen, contactando, mensajeen, escribirnos, texteando, rompan, marear,
      mareen, agobiar, hablen, hables, hable, hablarme, hablar, hablando, contactar conmigo,
      comunicarse conmigo, contactarse conmigo, contacten conmigo, escribieran, escribiera,
      molestaran, llamaran, contactaran
    `,
    send: words`
      enviar, enviarme, enviar me, envíen, envien, envíe, envie, envíes, envies, enviéis, envieis,
      envíenme, envíeme, envíame, mandar, mandarme, mandar me, manden, mande, mandes, mandéis,
      mándenme, mándeme, mándame, mandando, enviando, remitir, remitan, lleguen, llegue, llegarme,
      me lleguen, mandarnos, enviarnos, mandármelos, enviármelos, enviarlos, mandarlos, meter,
      pasar, reenviar, envío, envíos, el envío, enviaran, enviara, mandaran, mandara
    `,
    messages: words`
      mensaje, mensajes, mensajito, mensajitos, msj, msjs, mjs, mensages, mensage, msg, msgs, sms,
      notificación, notificaciones, aviso, avisos, publicidad, promoción, promociones, promos,
      promo, anuncios, anuncio, propaganda, ofertas, oferta, correos, spam, alertas, boletín,
      boletines, comunicaciones, textos, texto, publicidades, campañas, mensajería, recordatorios,
      info comercial, información comercial, comunicaciones comerciales, wasaps, mierdas,
      tonterías, porquerías, servicio de mensajes, servicio sms, servicio de sms, servicios sms,
      mails, emails, whatsapps, whatsapp, guasaps, cadenas, llamadas, ofertitas, promocionales,
      promocional, publicitarios, comunicados, invitaciones, catálogos, novedades, descuentos,
      cupones, encuestas, noticias, publi, publicidad sms, campañas sms, recepción de mensajes,
      recepción de sms, recepción
    `,
    list: words`
      lista, listas, listado, listados, base de datos, base, bbdd, bases de datos, registro,
      registros, sistema, directorio, contactos, libreta, base datos, suscripción, suscripciones,
      fichero, ficheros, lista de contactos, lista de envíos, envíos, publicidad, mensajes, grupo,
      programa, lista de difusión, difusión, archivos
    `,
    mine: words`
      me, mi número, mi numero, este número, número, numero, num, mi teléfono, teléfono, celular,
      mi celular, móvil, mi móvil, mi nombre, mis datos, nombre, datos, contacto, mi contacto,
      nos, mi cel, cel, mi nro, nro, mi num, a mí, mi línea de teléfono, mi correo, mi tel, tlf,
      elimíname, elimíneme, elimínenme, eliminadme, eliminarme, bórrame, bórreme, bórrenme,
      borradme, borrarme, quítame, quíteme, quítenme, quitadme, quitarme, sácame, sáqueme,
      sáquenme, sacadme, sacarme, remuévame, remuévanme, removerme, retíreme, retírenme,
      exclúyanme, exclúyame, quiten me, saquen me, me quiten, me quite, me saquen, me saque,
      me borren, me borre, me eliminen, me elimine, me quites, me saques, me elimines, me borres,
      bájame, bájenme, bájeme, bajarme, datos personales, mis datos personales, me quitaran,
      me borraran, me eliminaran, me sacaran, me quitara, me borrara, ya no es el número de,
      ya no es el teléfono de, no es el número de, no es el teléfono de, este teléfono no es de,
      este número no es de, este número ya no es de, ya no pertenece a, no me, conmigo, a mi número,
      a mi celular, a este número, a mi teléfono
    `,
    not: words`
      no, nunca, jamás, ya no, nunca más, no me, tampoco, ni, no sigan, no sigas, no siga,
      no sigáis, ya no me, no más
    `,
    no: words`
      ni un, ningún, ninguna, sin, cero, nada de, no más, no mas, basta de, suficientes, no,
      ya no más
    `,
    more: words`
      más, mas, nunca más, otra vez, de nuevo, nuevamente, jamás, ya, no más, mass, futuros,
      en el futuro, en adelante, vuelvan a, vuelva a, vuelvas a, volváis a, nunca, más nunca,
      ningún otro, no sigan, no sigas, no siga, no sigáis, ningún más, ya no me, volver a, vuelvas
    `,
    want: words`
      quiero, kiero, quisiera, deseo, desearía, necesito, me interesa, interesa, me interesan,
      interesan, queremos, deseamos, gustaría, me gustaría, pedí, solicité, autoricé, quiera,
      estoy interesado, estoy interesada, me apetece, he pedido, he solicitado, acepto, apetece
    `,
    receive: words`
      recibir, recibirlos, reciba, recibirla, recibiendo, recivir, que me lleguen, me lleguen,
      que lleguen, saber de ustedes, saber nada de, ver, saber nada, tener,
      me sigan llegando, sigan llegando, yegando, llegando, llegar
    `,
    demands: words`
      olvida mi número, olviden mi número, pierde mi número, borra mi número,
      no tienen mi permiso, no molesten más, no vuelvan a escribir, no vuelva a escribir,
      no vuelvas a escribir, voy a bloquear, los voy a bloquear, te voy a bloquear,
      voy a denunciar, los voy a denunciar, los bloqueo, bloqueado, bloqueados, los denunciaré,
      no insistan, no insista, no insistas, no me interesa nada, sáquenme, quítenme, bórrenme de,
      los reporto, los reportaré, los voy a reportar, te reporto, voy a reportarlos,
      los estoy reportando, reportados, reportado, reportar como spam, es spam, esto es spam,
      no recibir, no recibir más, no enviar, no enviar más, no mandar, no mandar más, no contactar,
      no contactar más, no llamar más, no escribir más
    `,
    dismissals: words`
      déjame en paz, déjenme en paz, déjeme en paz, dejadme en paz, dejame tranquilo,
      déjenme tranquilo, déjenme tranquila, déjame tranquila, en paz, vete a la mierda,
      váyanse a la mierda, a la mierda, vete, váyanse, lárguense, lárgate, no molestar,
      no molesten, no moleste, no molestes, que pesados, qué pesados, qué pesadez, cállate,
      cállense, vayan a molestar a otro, no jodan, no jodas, iros a la mierda, a tomar por culo,
      que os den, fuera, me tienen harto, me tienen harta, déjenme, déjeme, déjame, bórrenlo,
      bórralo, bórrelo, elimínenlo, elimínalo, sáquenlo, quítenlo, retírenlo, no quiero esto,
      no quiero eso, hasta la madre, me tienen hasta la madre, me tienen cansado, me tienen cansada,
      ya déjenme, ya cansan
    `,
    reasons: words`
      número equivocado, numero equivocado, equivocado, equivocada, se equivocó, se equivocaron,
      se equivoca, se equivocan, no me interesa, no estoy interesado, no estoy interesada,
      sin interés, no interesado, no interesada, no lo conozco, quién es, quien es, quiénes son,
      ya les dije, ya te dije, ya lo dije, ya lo pedí, ya lo he pedido, ya he pedido,
      ya les he dicho, he dicho, les he dicho, muchas veces, varias veces, mil veces, denunciar,
      denuncia, denunciaré, harto, harta, cansado, cansada, estafa, estafadores, ilegal, rgpd,
      protección de datos, aepd, abogado, no los conozco, yo no pedí, nunca pedí, no tengo interés,
      persona equivocada, me cambié de, ya no vivo, nunca me suscribí, no me suscribí,
      no me interesan, ya no me interesa, falleció, ha fallecido, fallecido, fallecida, murió,
      ha muerto, ya no es de, ya no pertenece a, me mudé, me he mudado, nos mudamos, no sé quién,
      no se quien, quién eres, quien eres, quién sos, quien sos, lopd, profeco, ya no uso,
      no soy yo, no soy esa persona, este no es el número de, habeas data, mi madre falleció,
      mi padre falleció, mi esposo falleció, mi esposa falleció, mi marido falleció,
      mi abuela falleció, mi abuelo falleció, mi mamá falleció, mi papá falleció,
      mi madre ha fallecido, mi padre ha fallecido, mi marido ha fallecido, mi mujer ha fallecido,
      mi madre murió, mi padre murió, mi marido murió, mi esposo murió, ya no es el número de,
      ya no es el teléfono de, no es el número de, no es el teléfono de, este teléfono no es de,
      este número no es de, este número ya no es de, nunca di mi número, quién les dio mi número,
      quien les dio mi numero, de dónde sacaron mi número, de donde sacaron mi numero,
      cómo consiguieron mi número, tercera vez, segunda vez, es la tercera vez, no he dado permiso,
      no di permiso, nunca di permiso, nunca he dado permiso, aburren, aburrido, aburrida,
      me aburren, me hartan, qué hartazgo, hartazgo, demasiados, demasiadas, son demasiados,
      ya no soy cliente, no soy cliente, no soy clienta, ya no soy clienta, ya no trabajo,
      ya cambié de, ya compré, no me he suscrito, nunca me he suscrito, nunca me apunté,
      no me apunté, nunca me inscribí, no me inscribí, nunca me registré, no me registré
    `,
    keep: words`
      no quiero darme de baja, no me den de baja, no me des de baja, no dejes de, no dejen de,
      no deje de, no paren, no pares, no me borren, no me quiten, no me eliminen, no cancelen,
      no canceles, no quiero cancelar, sigan enviando, sigue enviando, siga enviando,
      sigan mandando, quiero seguir, no me saquen, no pare, no me llegan, no me llega, no me llegó,
      no recibirá, no recibirás, usted, me gustan los mensajes, deja un mensaje, deje un mensaje,
      dejen un mensaje, dejar un mensaje, deja mensaje, deje mensaje
    `,
    questions: words`
      cuándo, dónde, qué, por qué, cuál, quién, cuánto, cuánta, hasta cuándo, a qué, adónde,
      cuantos, es, hay, dónde está, en qué
    `,
    how: words`
      cómo, como me, como puedo, como hago para, cómo hago para, qué hago para,
      qué tengo que hacer para, que debo hacer para
    `,
    limits: words`
      hasta, hasta las, mientras, hoy, mañana, esta semana, en lugar de, mejor por, por la noche,
      de noche, tan tarde, tan temprano, a estas horas, cuando, salvo, excepto, si, después,
      luego, por ahora, de momento, al trabajo, el lunes, antes de, el domingo
    `,
    subjects: words`
      yo, él, ella, ellos, nosotros, se, que se, nadie, ustedes ya, el, ella no, alguien, no se
    `,
    articles: words`el, la, un, una, al, del, lo, le, en, mi, tu, su, de, hoy, en la`,
    others: words`
      a todos, le, les, a mi hijo, a mi hija, a mi madre, a mi mujer, a mi marido, a ella, a él,
      lo, la, nadie, la gente
    `,
    joins: words`
      y, pero, o, porque, pues, que ya, ya que, además, también, sino, así que, xq, entonces
    `,
    light: words`
      yo, tú, usted, ustedes, vosotros, me, te, se, os, nos, le, les, lo, los, las, la, el, un, una,
      unos, unas, este, esta, estos, estas, ese, esa, esos, esas, esto, eso, mi, mis, tu, tus, su,
      sus, vuestra, vuestro, de, del, a, al, en, con, por, para mí, que, q, k, ya, ahora, favor,
      muy, tan, tanto, tantos, tanta, tantas, todos, todas, todo, toda, nada, ningún, ninguna,
      ninguno, cualquier, quiero que, quiero, deseo, solicito, pido, exijo, les pido, le pido,
      te pido, le ruego, les ruego, ruego, necesito que, puede, pueden, puedes, podéis, podrían,
      podría, podrías, me podrían, me pueden, pudieran, quisiera, quisiera que, por dios, coño,
      joder, carajo, mierda, puta, puto, putos, putas, cabrones, pendejos, hijos de puta, maldito,
      malditos, jodidos, pesados, idiotas, imbéciles, cojones, hostia, leche, jaja, wey, güey, vez,
      de una vez, una vez por todas, empresa, comercial, comerciales, publicitarios, publicitario,
      publicitarias, diarios, tipo, este tipo de, ese tipo de, clase, parte, hagan, haz,
      hagan el favor de, hazme el favor de, sean tan amables de, tan amable de, señores, gente,
      hacer, seguir, sigan, siga, sigas, estar, absolutamente, inmediato, desde, sobre, vuestros,
      favor de, míos, jodido, definitivamente, personal, personales, vía, correo, email, deja que,
      deje que, dejen que, basura, aquí, ahí, allí, alguna, algún, servicio, inmediata, conforme a,
      conforme al, conforme, de acuerdo con, de acuerdo a, según, en virtud de, en virtud del, uso,
      el uso de, tratamiento, estén, esten, estés, che, boludo, boludos, pelotudos, parce,
      cancelación, ley, derecho, derechos, agradecería, agradecería que, les agradecería que,
      les agradecería, agradezco, conmigo, fines, finalidades, para fines, volvamos, definitiva,
      definitivo, permanente, permanentemente, por el amor de dios, tercera vez, segunda vez,
      es la tercera vez, es la segunda vez, cuarta vez, vez que, que lo pido, lo pido, cosas, cosa,
      rollos, inmediatos, urgente, urgentemente, por última vez, ayuda por favor, encarecidamente,
      atentamente, buen día, buena tarde, ninguno de, estos momentos, más de, mil, cada rato,
      a cada rato, todo el día, todo el rato, todo el tiempo, a toda hora, a cada hora, tontos,
      inútiles, molestos, molestas, no deseados, no deseadas, no solicitados, no solicitada, repito,
      reitero, les repito, hombre, tío, macho, leches, narices, demás, otros, otras, otro, otra,
      para ti, para usted, para ustedes, para él, para ella, para nosotros, para tu, para su, podes,
      podés, podrias, podías, podían, quisieran, querría, pudiera, nadie, algo, cuanto,
      inmediata de, total, totalmente, primera vez, no es la primera vez, última vez, más bien,
      para todos, para todas, para todo el mundo,
      me sigan, lleguen, más veces, dos veces, tres veces, acá
    `,
  },
  answers: {
    confirmation: (brand, ofAll) =>
      ofAll
        ? `${brand}: Baja confirmada. No le enviaremos otros mensajes. Para volver, responda ALTA.`
        : `${brand}: Ya no le enviaremos estos mensajes. ALTA para volver, STOP ALL para la baja total.`,
    help: (brand, helpText) =>
      `${brand}: ${helpText === '' ? '' : `${helpText} `}Para darse de baja, responda BAJA.`,
    footer: 'Responda BAJA para no recibir otros',
  },
});
