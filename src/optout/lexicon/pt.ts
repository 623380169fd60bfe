/**
 * Portuguese, of Brazil and Portugal. Keywords: PARAR, CANCELAR and SAIR are in the published lists of
 * campaign tools; REMOVER and the rest are what people write. Misspellings: accents left out, "vc",
 * "msg", "n" for não. The answers do without the accents that GSM 7-bit lacks.
 */
import type { Lexicon } from './lexicon.js';
import { words } from './words.js';

export const pt = (): Lexicon => ({
  language: 'pt',
  keywords: {
    stop: words`
      stop, sair, sai, sai fora, saia, parar, pare, parem, para, para com isso, pare com isso,
      parem com isso, cancelar, cancela, cancele, cancelem, cancelamento, remover, remove, remova,
      removam, me remove, me tira, me tire, me tirem, me retira, retirar, retira, descadastrar,
      descadastra, descadastre, descadastro, descadastramento, desinscrever, desinscrição,
      desinscreva, basta, chega, já chega, excluir, exclui, exclua, me exclui, fim, encerrar,
      bloquear, bloqueia, bloqueado, desativar, desativa, apagar, apaga, anular, não quero,
      não quero mais, não quero isso, sair da lista, desistir, desisto, suspender, deixar,
      terminar, não perturbe, stop sms, recusar, cancelar assinatura
    `,
    stopAll: words`
      parar tudo, sair de tudo, cancelar tudo, remover tudo, para tudo, parar todos, cancelar todos,
      cancelar todas, parar todas
    `,
    misspelt: words`
      cancelr, descadastar, descadatrar, sairr, sai dai, cansela, canselar, desincrever,
      desiscrever, removr
    `,
    ordinary: words`
      cancelei, cancelou, removi, encerrei, apagou, parado, portaria, contrato, contratos, coupons,
      coupon, contratou
    `,
    start: words`
      voltar, começar, iniciar, retomar, inscrever, assinar, reativar, ativar, recomeçar,
      subscrever, cadastrar
    `,
    help: words`ajuda, socorro, me ajuda, informação, informações`,
    polite: words`
      por favor, porfavor, pfv, pf, pfvr, por gentileza, favor, fazendo favor, se faz favor, sff,
      obrigado, obrigada, muito obrigado, muito obrigada, obg, brigado, brigada, grato, grata,
      agradeço, vlw, valeu, oi, olá, ola, bom dia, boa tarde, boa noite, desculpa, desculpe,
      por obséquio, agora, já, imediatamente, urgente, não obrigado, não obrigada, ok, senhor,
      senhora, amigo, att, abs, cordialmente, tá bom, beleza, blz, moço, moça, gente
    `,
    beside: words`
      isso, isto, com isso, essa, esse, logo, porra, caralho, merda, eu quero, quero, mensagens,
      sms, desejo, gostaria de, eu, me, quero mais, poxa
    `,
    all: words`tudo`,
    connectors: words`e, ou`,
  },
  grammar: {
    end: words`
      para, pare, parem, parar, parem já, pára, parem com, pare com, para com, parar com, deixa,
      deixe, deixem, deixar, cancela, cancelar, cancele, cancelem, cessar, cesse, cessem,
      encerrar, encerre, encerra, encerrem, suspender, suspenda, suspendam, chega, chega de,
      basta, basta de, já chega de, stop, interromper, interrompa, interrompam, desativar,
      desative, desativem, desativa, desligar, evite, evitem, termine, terminem, favor parar,
      parando, parada com, acabe com, acabem com, pode parar, podem parar, para d, larga, parem lá,
      pára lá, acabem, acabar, chega disso, corta, cortem, desligue, desliguem, me livrar de,
      me livrar dessas, livrar me de, me ver livre de, me ver livre, farto de, farta de, cansado de,
      cansada de, de saco cheio de, para já com, parem já com, parem já de, pare já de, cessem já,
      pára de, pára com, deixem se de, deixe se de, deixa te de, acabem já com,
      cancelar o recebimento, cancelar recebimento, que parem, que pare, parassem, deixassem de,
      pra parar, para parar de, de parar
    `,
    leave: words`
      descadastrar, descadastra, descadastre, descadastrem, descadastramento, descadastro,
      descadastr*, desinscrever, desinscreva, desinscrev*, desinscrição, me desinscreve,
      desassinar, dessubscrever, dessubscreva, anular a subscrição, anular subscrição,
      cancelar a subscrição, cancelar subscrição, cancelar inscrição, cancelar a inscrição,
      cancelar minha inscrição, cancelar cadastro, cancelar meu cadastro, cancelem meu cadastro,
      cancela meu cadastro, quero sair, desejo sair, gostaria de sair, me tira fora,
      revogo meu consentimento, revogo o consentimento, retiro meu consentimento, não autorizo,
      não autorizei, nunca autorizei, não dei autorização, sair da lista, sair dessa lista,
      sair desta lista, sair do grupo, opt out, me desliga, desinscrito, quero ser removido,
      quero ser removida, quero ser excluído, quero ser excluída, desinscrever me, descadastrar me,
      opor me, oponho me, retiro o consentimento, revogar meu consentimento,
      revogar o consentimento, não consinto, retiro o meu consentimento, como cancelo,
      como cancelo isso, como faço pra cancelar, como faço para cancelar, oponho me ao, me oponho ao,
      cancelamento do envio, cancelamento de envio, cancelamento, cancelamento da inscrição,
      cancelamento do cadastro, o cancelamento, deixar de receber, parar de receber,
      quero me desvincular, me desvincule, desistir, desisto, revogo a autorização,
      retiro a autorização, retiro minha autorização, não permito, não dou permissão, renuncio,
      saio da lista, me retiro, remoção imediata, me descadastrem, cancelem, cancelar assinatura,
      cancelar a assinatura, cancelar minha assinatura, cancelem minha assinatura,
      cancela minha assinatura, desassine
    `,
    remove: words`
      remove, remova, removam, remover, me remove, me remova, me removam, remova me, tira, tire,
      tirem, tirar, me tira, me tire, me tirem, retira, retire, retirem, retirar, me retire,
      me retira, me retirem, exclui, exclua, excluam, excluir, me exclui, me exclua, exclue,
      apaga, apague, apaguem, apagar, deleta, delete, deletem, deletar, bloqueia, bloqueie,
      bloquear, bloqueiem, elimina, elimine, eliminem, eliminar, limpa, esquece, esqueça,
      esqueçam, sair, fora, saia, risca, tirem me, retirem me, removam me, eliminem me,
      apaguem me, desvincula, desvincular, desvincule, exclusão, remoção, apagamento, eliminação,
      retirada, remove eu, tira eu, descadastre me, apaga me, limpem, desinscreva me, a exclusão,
      a remoção, a eliminação, o apagamento, a retirada, tirarem, me tirarem, removerem,
      me removerem, excluírem, apagarem, retirassem, tirassem, removessem, excluíssem, apagassem
    `,
    write: words`
      escrever, escreve, escreva, escrevam, escrevas, contactar, contacte, contactem, contatar,
      contate, contatem, contata, ligar, liga, ligue, liguem, ligando, ligarem, incomodar,
      incomoda, incomode, incomodem, incomodando, perturbar, perturba, perturbe, perturbem,
      perturbando, importunar, importune, encher o saco, enche o saco, encha o saco, enche,
      encher, encham, chatear, chateiem, chateie, spammar, torrar, amolar, amola, atormentar,
      notificar, notifique, assediar, procurar, procure, procurem, chamar, chame, chama, chamem,
      mandar sms, contatando, aborrecer, aborreçam, atazanar, insistir, insista, insistam,
      entrar em contato, entre em contato, entrem em contato, entrem em contacto, falar,
      fala comigo, falem comigo, chateies, chateiam, incomodes, contactes, azucrinar, azucrinem,
      escrevessem, ligassem, incomodassem, escreverem, ligarem mais,
      entrar em contacto, entrar mais em contato
    `,
    send: words`
      enviar, envia, envie, enviem, envies, enviando, me envie, me enviem, enviar me, enviarem,
      mandar, manda, mande, mandem, mandes, mandando, mandarem, me mandar, me manda, me mande,
      me mandem, mandar me, remeter, encaminhar, disparar, disparando, encaminhem, encaminhe,
      receba, passar, envio, envios, o envio, disparos, mandassem, enviassem, mandarem mais
    `,
    messages: words`
      mensagem, mensagens, msg, msgs, mensage, mensagen, menssagem, menssagens, mgs, sms, torpedo,
      torpedos, propaganda, propagandas, publicidade, publicidades, promoção, promoções, promos,
      promo, anúncio, anúncios, notificação, notificações, aviso, avisos, spam, spams, ofertas,
      oferta, comunicados, comunicação, comunicações, e mails, emails, newsletter, alertas, alerta,
      recados, textos, lembretes, contato, marketing, lixo, zap, merdas, porcaria, porcarias,
      campanhas, convites, cobranças de spam, sms publicitários, comunicações comerciais, e mail,
      publicitária, chamadas, serviço de sms, serviço sms, serviço de mensagens, descontos, cupons,
      novidades, boletim, boletins, e mails de, ligações, áudios, spans, propagandinha,
      mensagenzinha, informativos, catálogo, catálogos, comunicado, recebimento,
      recebimento de mensagens, recebimento de sms, receção de mensagens, recepção de mensagens,
      receção de sms, promo*, campanha,
      empréstimo, empréstimos, oferta de empréstimo
    `,
    list: words`
      lista, listas, lista de contatos, lista de contactos, lista de transmissão, lista de envio,
      lista de envios, cadastro, base de dados, base, banco de dados, sistema, contatos,
      contactos, registro, registros, mailing, grupo, inscrição, subscrição, programa, ficheiro,
      diretório, transmissão, catálogo, broadcast
    `,
    mine: words`
      me, meu número, meu numero, meu nr, este número, esse número, número, numero, nro, meu nome,
      nome, meu contato, meu contacto, contato, meu telefone, telefone, meu celular, celular,
      telemóvel, meu telemóvel, meus dados, dados, nos, mim, meu cel, cel, pra mim, para mim,
      meu fone, meu zap, meu whats, meu cadastro, o meu número, meu email, me remove, me remova,
      me removam, remova me, me tira, me tire, me tirem, me retire, me retira, me retirem,
      me exclui, me exclua, tirem me, retirem me, removam me, eliminem me, apaguem me,
      dados pessoais, meus dados pessoais, os meus dados, meu chip, não é mais o número de,
      não é o número de, este número não é de, esse número não é de, esse número não é mais de,
      este número já não é de, já não é o número de, não é mais da, não é mais do, não é mais de
    `,
    not: words`não, nao, ñ, n, nunca, jamais, nunca mais, num, naum, nem`,
    no: words`sem, nenhuma, nenhum, chega de, basta de, nada de, zero, não mais, não a`,
    more: words`
      mais, nunca mais, de novo, novamente, outra vez, jamais, nunca, futuras, no futuro,
      futuramente, volte a, voltem a, voltar a, outras, novas, daqui pra frente, doravante
    `,
    want: words`
      quero, kero, qro, queria, desejo, gostaria, preciso, interessa, me interessa,
      tenho interesse, interesse, pretendo, queremos, desejamos, solicitei, pedi, autorizei,
      estou interessado, estou interessada, quero q, aceito, tô interessado, to interessado,
      estou afim, tô afim, to afim, curto, interessado, interessada
    `,
    receive: words`
      receber, recebo, recebendo, recebe, ser contactado, ser contatado, ser contactada,
      ser contatada, ser incomodado, ser incomodada, ser perturbado, ter, ver, ser importunado,
      reseber, resceber, saber de, que me mandem, que me enviem, que mandem, que enviem,
      que me mande, que me envie, q me mande
    `,
    demands: words`
      esquece meu número, esqueça meu número, esqueçam meu número, perde meu número,
      apaga meu número, exclui meu número, exclui meu numero, exclua meu número,
      remove meu contato, apaga meu contato, exclui meu contato, vou bloquear, vou te bloquear,
      vou denunciar, vou processar, bloqueado, vou te denunciar, já bloqueei, me tira dessa,
      me tira disso, me tira daí, pare com isso, parem com isso, para com isso, me remove daí,
      não insista, não insistam, isso é spam, vou reportar, vou te reportar, vou reportar como spam,
      denunciado, denunciei, vou na anatel, vou ao procon, vou fazer queixa, vou apresentar queixa
    `,
    dismissals: words`
      me deixa em paz, me deixe em paz, me deixem em paz, deixa me em paz, deixem me em paz,
      deixe me em paz, em paz, vai se foder, vai tomar no cu, vai te catar, vai à merda,
      vão à merda, vão se foder, vai pro inferno, some, sumam, suma, some daqui, sai fora, saiam,
      saia, cala a boca, cai fora, caiam fora, vaza, me esquece, me esqueçam, me esqueça,
      não perturbe, não perturbem, não incomode, não incomodem, me erra, deixa de ser chato,
      que saco, não enche, larga do meu pé, larga meu pé, desgruda, me poupe, pqp, vsf, vtnc,
      vai se fuder, vai se lascar, vai plantar batata, vão pro inferno, vão para o inferno,
      vai para o inferno, não quero isso, não quero isto, apaga, apaguem, apaga isso, apaguem isso,
      apaga ele, exclui isso, apaga aí, tô fora, estou fora, to fora, larguem do meu pé,
      larguem meu pé, deixa eu em paz, deixem eu em paz, deixa em paz, ninguém merece, me deixa,
      me deixem, me deixe quieto, me deixem quieto, vão catar coquinho, vai catar coquinho,
      vão se catar, vão se lascar, vai pra pqp, vão pra pqp, caramba parem, desamparem me a loja,
      desampara me a loja, não me chateiem, não chateiem, não chateie, encheu o saco
    `,
    reasons: words`
      número errado, numero errado, pessoa errada, engano, foi engano, é engano, contato errado,
      não tenho interesse, sem interesse, não me interessa, não estou interessado,
      não estou interessada, não tô interessado, não interessa, quem é, quem é você,
      quem são vocês, quem está falando, não conheço, não te conheço, já falei, já disse, já pedi,
      já avisei, várias vezes, mil vezes, muitas vezes, última vez, procon, lgpd, rgpd, denúncia,
      denunciar, advogado, polícia, processo, golpe, golpistas, spam, ilegal, abuso,
      nunca me cadastrei, não me cadastrei, não sou cliente, não sou mais cliente, cansei,
      cansado, cansada, saco cheio, de saco cheio, não pedi, nunca pedi, mudei de número, anatel,
      já tenho, já comprei, já votei, não me inscrevi, faleceu, morreu, falecido, falecida,
      mudei de cidade, mudei me, me mudei, não sou, não é meu, não é mais dele, não é mais dela,
      número trocado, enganou se no número, enganaram se no número, enganou se, se enganou, cnpd,
      quem fala, quem é vc, quem és, quem são, meu pai faleceu, minha mãe faleceu,
      meu marido faleceu, minha esposa faleceu, minha avó faleceu, meu avô faleceu,
      o meu pai faleceu, a minha mãe faleceu, o meu marido faleceu, meu pai morreu,
      minha mãe morreu, meu marido morreu, quem passou meu número, quem deu meu número,
      quem deu o meu número, quem passou meu número pra, como conseguiram meu número,
      onde conseguiram meu número, de onde tiraram meu número, não é mais o número de,
      não é o número de, este número não é de, esse número não é de, esse número não é mais de,
      este número já não é de, já não é o número de, não é mais da, não é mais do, não é mais de,
      3 vezes, 2 vezes, três vezes, duas vezes, terceira vez, segunda vez, já cansei,
      não dei permissão, nunca dei permissão, são muitas, muita mensagem, muitas mensagens,
      mensagem demais, demais, excesso de, não moro mais, já não moro, já não sou cliente,
      nunca fui cliente, nunca fui vosso cliente, não sou vosso cliente, encheu, encheram,
      já encheu, isso é spam, é spam, nunca me inscrevi, nunca me registei, nunca me registrei,
      nunca assinei, nunca solicitei, não solicitei, nunca me subscrevi, não subscrevi, não assinei
    `,
    keep: words`
      não pare, não parem, não pares, não para, não cancela, não cancele, não cancelem,
      não me tire, não me tira, não me remova, não me remove, não me removam, não remova,
      não quero sair, não quero cancelar, não exclua, não deixe de, não deixem de, continue,
      continuem, continua, continuar recebendo, quero continuar, pode mandar, pode continuar,
      não recebi, não estou recebendo, não recebo, não chegou, você não receberá, não chega,
      não receberá, não tenho mais, deixa um recado, deixe um recado, deixar um recado,
      deixa recado, deixe recado, deixa uma mensagem, deixe uma mensagem, deixar uma mensagem
    `,
    questions: words`
      quando, onde, qual, quais, quanto, quantos, quem, por que, porque vocês, pq, o que,
      que horas, quando é, para quando, para onde, tem como, será que, cadê, até quando, é
    `,
    how: words`como, como faço para, como faço pra, como é que, como posso`,
    limits: words`
      até, enquanto, hoje, amanhã, essa semana, em vez de, ao invés de, à noite, de madrugada,
      tão tarde, tão cedo, a essa hora, essa hora, só, exceto, se, depois, antes, por enquanto,
      no momento, no trabalho, segunda, sábado, domingo, sexta, mais cedo, às, dia, de sexta,
      de sábado, horário, salvo, mais tarde
    `,
    subjects: words`
      eu, ele, ela, eles, elas, nós, a gente, vou, vamos, vai, já, que eu, ninguém, tu, se, vc
    `,
    articles: words`o, a, um, uma, no, na, do, da, ao, à, os, as, minha, sua`,
    others: words`
      ela, ele, eles, todos, a minha mãe, minha mãe, meu filho, minha esposa, meu marido, lhe,
      lhes, os outros, a todos, pra ela, pra ele, todo mundo
    `,
    joins: words`
      e, mas, ou, porque, pois, então, também, senão, porém, se não, que eu, já que, além disso
    `,
    light: words`
      eu, vc, vcs, você, vocês, tu, te, me, mim, nos, lhe, lhes, se, o, a, os, as, um, uma, uns,
      umas, de, d, do, da, dos, das, dessa, desse, desta, deste, dessas, desses, disso, disto, em,
      no, na, nas, por, pelo, pela, para, pra, pro, pros, com, que, q, isso, isto, essa, esse,
      essas, esses, esta, este, estas, estes, aquela, meu, minha, meus, minhas, seu, sua, seus,
      suas, vossa, vosso, vossos, vossas, tanto, tanta, tantas, tantos, muito, muita, muitas, todo,
      toda, todos, todas, tudo, qualquer, nada, algum, favor, por favor, já, agora, logo, mesmo,
      sempre, aí, daí, aqui, daqui, mano, véi, meu deus, deus, pelo amor de deus, porra, caralho,
      merda, cacete, droga, inferno, idiotas, otários, otário, chatos, chato, chata, filho da puta,
      fdp, putos, malditos, maldita, saco, poxa, puts, gostaria de, gostaria que, gostaria, quero,
      quero que, eu quero, desejo, solicito, peço, peço que, exijo, pode, podem, poderia, poderiam,
      vocês podem, vc pode, da pra, dá pra, tem como me, podia, podiam, preciso que, faz favor,
      faça o favor de, façam o favor de, façam, faça, faz, ficar, fica, fique, fiquem, estar, ser,
      estou, tô, to, tá, ta, vai, vou ficar, comercial, comerciais, publicitárias, publicitários,
      promocionais, automáticas, diárias, tipo, tipo de, esse tipo de, este tipo de, coisa, empresa,
      vez, de uma vez, pessoal, gente, assim, sobre, via, lá, então, chatas, inúteis, ai, eh, ainda,
      dnv, direto, toda hora, todo dia, nos termos da, nos termos do, ao abrigo da, ao abrigo do,
      conforme a, conforme, de acordo com, com base na, com base no, segundo, são, estão, tem que,
      direito, tratamento, uso, pessoais, sff, se faz favor, pô, po, aff, credo, chatice, chateação,
      palhaçada, encheção, fins, finalidades, finalidade, para fins, agradeço, agradeço que,
      agradecia, agradecia que, cara, definitivo, definitiva, permanente, urgente, pelo amor,
      pelamor, pelamordedeus, 3 vezes, 2 vezes, três vezes, duas vezes, terceira vez, segunda vez,
      é a terceira vez, coisas, troço, troços, por caridade, indesejadas, indesejados,
      não solicitadas, chatos pra caramba, caramba, diariamente, o tempo todo, o dia todo,
      o dia inteiro, toda semana, outros, outro, outra, repito, já que, véio, galera, povo,
      meu povo, oi, meu bem, para meu, para minha, para você, para vocês, para ele, para ela,
      para eles, para nós, para seu, para sua, para o meu, para a minha, imediata, imediato,
      imediatamente, poderia por favor, conseguem, consegue, dava, dava para, queriam,
      qualquer coisa, alguma coisa, nenhuma coisa, né, ok, total, para todos, para todas,
      para todo mundo, para todo o mundo, chega assim,
      para cá
    `,
  },
  answers: {
    confirmation: (brand, ofAll) =>
      ofAll
        ? `${brand}: Cadastro cancelado. Novas mensagens SMS deixam de ser enviadas. Para voltar, responda START.`
        : `${brand}: Estas mensagens deixam de ser enviadas. START para voltar, STOP ALL para cancelar tudo.`,
    help: (brand, helpText) =>
      `${brand}: ${helpText === '' ? '' : `${helpText} `}Para cancelar, responda SAIR.`,
    footer: 'Para cancelar, responda SAIR',
  },
});
