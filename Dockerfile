# One service as an image, from the jar that `./mvnw package -DskipTests` has built:
#   docker build --build-arg SERVICE=petitions --tag clarion/petitions .
FROM eclipse-temurin:25-jre AS unpacked
ARG SERVICE
WORKDIR /unpacked
COPY services/${SERVICE}/target/${SERVICE}-*.jar service.jar
# Layers, so that a change of code ships kilobytes; and plain jars, which start faster than one in another.
RUN java -Djarmode=tools -jar service.jar extract --layers --destination layers

FROM eclipse-temurin:25-jre
RUN groupadd --system --gid 10001 clarion && useradd --system --uid 10001 --gid clarion --no-create-home clarion \
    && mkdir -p /var/lib/clarion && chown clarion:clarion /var/lib/clarion
WORKDIR /service
COPY infra/jvm/ jvm/
COPY --from=unpacked /unpacked/layers/dependencies/ ./
COPY --from=unpacked /unpacked/layers/spring-boot-loader/ ./
COPY --from=unpacked /unpacked/layers/snapshot-dependencies/ ./
COPY --from=unpacked /unpacked/layers/application/ ./
USER clarion
VOLUME /var/lib/clarion
ENV SERVER_PORT=8080 \
    MANAGEMENT_SERVER_PORT=8090 \
    SPRING_KAFKA_STREAMS_STATE_DIR=/var/lib/clarion/streams \
    JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=60"
EXPOSE 8080 8090
# In bash, because not every base image has curl or wget.
HEALTHCHECK --interval=10s --timeout=5s --start-period=90s --retries=6 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8090 && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200'"]
ENTRYPOINT ["java", "@jvm/options", "-XX:CompilerDirectivesFile=jvm/starting.json", "-jar", "service.jar"]
