# One image with both programs: chatd, and chatctl to operate it from inside (docker compose exec chatd chatctl …).

FROM rust:1.95-slim-bookworm AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/usr/local/cargo/registry --mount=type=cache,target=/src/target \
    cargo build --locked --release --bin chatd --bin chatctl \
    && install target/release/chatd target/release/chatctl /usr/local/bin/

FROM debian:bookworm-slim
RUN useradd --system --uid 10001 --create-home --home-dir /var/lib/chatd chatd && chmod 700 /var/lib/chatd
COPY --from=build /usr/local/bin/chatd /usr/local/bin/chatctl /usr/local/bin/
USER 10001
# Both programs find the data folder by this: it is $XDG_DATA_HOME/chatd.
ENV XDG_DATA_HOME=/var/lib
# Inside a container every address is the container's own; who reaches it is for the published port to say.
ENV CHATD_LISTEN=0.0.0.0:8000
VOLUME /var/lib/chatd
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s CMD ["chatd", "healthcheck"]
ENTRYPOINT ["chatd"]
CMD ["serve"]
