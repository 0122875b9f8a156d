// Loaded before somebody else's server: says on which port it listens, and when a client hangs up in
// the middle of an answer.
const http = require('node:http');

const listen = http.Server.prototype.listen;
http.Server.prototype.listen = function (...args) {
  this.on('listening', () => console.log(`watch: port ${this.address().port}`));
  this.on('request', (request, response) => {
    response.on('close', () => {
      if (!response.writableFinished) console.log('watch: hung up');
    });
  });
  return listen.apply(this, args);
};
