// Sends what is posted to whoever is connected: the ws library, and nothing else.
const http = require('http');
const {WebSocketServer} = require('ws');
const server = http.createServer((request, response) => {
  const parts = [];
  request.on('data', part => parts.push(part));
  request.on('end', () => {
    const message = Buffer.concat(parts);
    for (const viewer of sockets.clients) viewer.send(message, {binary: false});
    response.end('ok');
  });
});
const sockets = new WebSocketServer({server, perMessageDeflate: false});
server.listen(Number(process.argv[2]), '127.0.0.1', 4096);
