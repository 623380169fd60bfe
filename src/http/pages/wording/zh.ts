/** Chinese (simplified). */
import type { Wording } from './wording.js';

export const zh: Wording = {
  tag: 'zh-Hans',
  direction: 'ltr',

  stopMessages: '停止接收短信',
  yourNumber: '您的号码',
  whatShouldStop: '要停止哪些短信？',
  allMessages: '所有短信',
  onlyThisKind: '仅此类短信',
  stop: '停止接收',
  stopAll: '停止接收所有短信',
  orReply: '您也可以直接回复 STOP 来退订。',

  doneHeading: '已完成',
  doneAll: (brand) => `${brand} 不会再向此号码发送短信。`,
  doneThisKind: (brand) => `${brand} 不会再向此号码发送此类短信。`,
  comeBack: '改变主意了？请向短信的发送号码回复 START。',

  typeNumber: '请输入您的手机号码。我们会发送验证码，以确保只有您本人可以退订。',
  mobileNumber: '手机号码',
  fromAbroad: '其他国家或地区的号码请以 + 和国家/地区代码开头。',
  sendCode: '获取验证码',
  notANumber: '这不是有效的电话号码，请检查。',

  typeCode: '输入验证码',
  codeSent: '如果此号码可以接收我们的短信，您很快会收到一条含 6 位数字的短信，10 分钟内有效。',
  code: '6 位验证码',
  wrongCode: '验证码不正确，请查看短信。',
  voidCode: '此验证码已失效，请重新获取。',
  newCode: '重新获取验证码',

  brokenLink: '此链接无效',
  brokenLinkWhy: '链接可能不完整。请从短信中重新打开，或者：',
  byNumber: '输入手机号码退订',
  tooMany: '尝试次数过多',
  tooManyWhat: '请稍后再试。',
  failed: '暂时无法使用',
  failedWhat: '未作任何更改。请一分钟后重试。',

  codeMessage: (brand, code) => `${brand}：退订验证码${code}，10分钟内有效。`,
};
