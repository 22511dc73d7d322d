# docker build -t latchkey .
FROM node:24-bookworm-slim AS build
WORKDIR /build
# What npm ci needs and nothing else, so that a change of our code installs nothing anew.
COPY package.json package-lock.json prisma.config.ts ./
COPY prisma ./prisma
COPY lib/client/generator/package.json ./lib/client/generator/
RUN npm ci --no-audit --no-fund
COPY . .
RUN NEXT_TELEMETRY_DISABLED=1 npm run package

FROM node:24-bookworm-slim
# Docker names each container in HOSTNAME, which is the address that we listen on.
ENV NODE_ENV=production HOSTNAME=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /app
COPY --from=build /build/.package ./
# The embedded database lies there, where no DATABASE_URL is set.
RUN install -d -o node -g node -m 700 /data
VOLUME /data
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 CMD ["node", "health.mjs"]
# Node is process 1 and gets SIGTERM itself: it ends in order, with 0. npm or a shell before it would swallow that.
CMD ["node", "server.mjs"]
