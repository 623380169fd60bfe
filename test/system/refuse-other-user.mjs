/** Preloaded (`node --import`): Node as Debian builds it, which does not become another user. */
process.initgroups = () => {
  throw Object.assign(new Error('initgroups() disabled: io_uring may be enabled.'), {
    code: 'ERR_INVALID_STATE',
  });
};
