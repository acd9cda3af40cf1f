# One file, a target per app: `docker build --target cleaner .`; without a target it is `standalone`.
# Bundles hold our own code alone; packages of the registry are installed beside them.

FROM node:20.20.2-bookworm-slim AS base
WORKDIR /app

# What npm needs to know; the layers that install rest until one of these files changes
FROM base AS manifests
COPY . .
RUN find . -type f -not -name package.json -not -name package-lock.json -not -name .npmrc -delete \
    && find . -type d -empty -delete

FROM base AS build
COPY --from=manifests /app ./
RUN npm ci --include=dev --include=optional
COPY . .
RUN node tools/dev/build.mjs

# Packages of the split services: no embedded database
FROM base AS packages
COPY --from=manifests /app ./
RUN npm ci --omit=dev --omit=optional && npm cache clean --force

FROM base AS packages-embedded
COPY --from=manifests /app ./
RUN npm ci --omit=dev && npm cache clean --force

FROM base AS runtime
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
COPY package.json tools/deploy/health.mjs ./
COPY --from=build /app/dist/assets ./dist/assets
USER node
EXPOSE 3000

FROM runtime AS split
COPY --from=packages /app/node_modules ./node_modules

FROM runtime AS embedded
COPY --from=packages-embedded /app/node_modules ./node_modules
COPY --from=build /app/dist/apps/reader ./dist/apps/reader
COPY --from=build /app/dist/apps/standalone ./dist/apps/standalone
ENV DATA_DIR=/data
USER root
RUN install --directory --owner=node --group=node --mode=0700 /data
USER node

FROM split AS migrate
COPY --from=build /app/dist/apps/migrate ./dist/apps/migrate
HEALTHCHECK NONE
CMD ["node", "dist/apps/migrate/main.js"]

FROM split AS poller
COPY --from=build /app/dist/apps/poller ./dist/apps/poller
HEALTHCHECK --interval=10s --timeout=5s --retries=6 CMD ["node", "health.mjs"]
CMD ["node", "dist/apps/poller/main.js"]

FROM split AS fetcher
COPY --from=build /app/dist/apps/fetcher ./dist/apps/fetcher
HEALTHCHECK --interval=10s --timeout=5s --retries=6 CMD ["node", "health.mjs"]
CMD ["node", "dist/apps/fetcher/main.js"]

FROM split AS cleaner
COPY --from=build /app/dist/apps/cleaner ./dist/apps/cleaner
HEALTHCHECK --interval=10s --timeout=5s --retries=6 CMD ["node", "health.mjs"]
CMD ["node", "dist/apps/cleaner/main.js"]

FROM split AS extractor
COPY --from=build /app/dist/apps/extractor ./dist/apps/extractor
HEALTHCHECK --interval=10s --timeout=5s --retries=6 CMD ["node", "health.mjs"]
CMD ["node", "dist/apps/extractor/main.js"]

FROM split AS deduplicator
COPY --from=build /app/dist/apps/deduplicator ./dist/apps/deduplicator
HEALTHCHECK --interval=10s --timeout=5s --retries=6 CMD ["node", "health.mjs"]
CMD ["node", "dist/apps/deduplicator/main.js"]

FROM split AS api
COPY --from=build /app/dist/apps/reader ./dist/apps/reader
COPY --from=build /app/dist/apps/api ./dist/apps/api
HEALTHCHECK --interval=10s --timeout=5s --retries=6 CMD ["node", "health.mjs"]
CMD ["node", "dist/apps/api/main.js"]

FROM embedded AS cli
COPY --from=build /app/dist/apps/cli ./dist/apps/cli
HEALTHCHECK NONE
ENTRYPOINT ["node", "dist/apps/cli/main.js"]
CMD ["--help"]

FROM embedded AS standalone
VOLUME /data
HEALTHCHECK --interval=10s --timeout=5s --retries=6 CMD ["node", "health.mjs"]
CMD ["node", "dist/apps/standalone/main.js"]
