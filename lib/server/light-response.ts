// The bundler puts this in the place of the global in our own server's code.
export { FastResponse as Response } from "srvx/node"
