/**
 * Counts messages by their status without going through them. Of an expression, so that nothing but
 * that count goes by it: the queue has indexes of its own, which give the order as well.
 */
export const figures = `
CREATE INDEX messages_counted ON messages (status || '');
`;
