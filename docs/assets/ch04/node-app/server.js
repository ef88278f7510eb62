const express = require('express');

const app = express();
const port = process.env.PORT || 3000;
const mode = process.env.NODE_ENV || '정해지지 않음';

app.get('/', (request, response) => {
  response.type('text/plain').send(`Node.js 서버입니다. NODE_ENV는 ${mode}입니다.\n`);
});

app.get('/health', (request, response) => {
  response.json({ status: 'ok' });
});

const server = app.listen(port, () => console.log(`${port}번 포트에서 기다립니다.`));

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => server.close(() => process.exit(0)));
}
