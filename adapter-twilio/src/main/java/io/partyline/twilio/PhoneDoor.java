package io.partyline.twilio;

import io.helidon.http.DirectHandler;
import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.HttpPrologue;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ListenerConfig;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.websocket.WsConfig;
import io.helidon.webserver.websocket.WsRouting;
import io.helidon.websocket.WsListener;
import io.partyline.doorway.Doorway;
import io.partyline.doorway.Limits;
import io.partyline.doorway.Refusal;
import io.partyline.port.Switchboard;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// The door that the carrier comes through: its webhooks, the hold bed and the media streams. It is
/// all that the tunnel may show to the world.
///
/// Every webhook and every stream must carry the carrier's signature for the configured public
/// address; headers such as `Host` are not looked at. The hold bed is not secret and needs none,
/// because the carrier's caches fetch it. Everything else is 404.
///
/// Safe for use by many threads at once.
public final class PhoneDoor implements AutoCloseable {
    static final HeaderName SIGNATURE = HeaderNames.create("X-Twilio-Signature");

    /// The last part of the address that an answer comes to.
    private static final String QUESTION = "question";

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    /// Connections that have shown no signature yet. The hold bed is fetched without one, by the
    /// carrier's caches and by our own look at the tunnel.
    private static final int MOST_STRANGERS = 64;

    private static final Header TWIML = HeaderValues.create(HeaderNames.CONTENT_TYPE, "text/xml");
    private static final Header WAV = HeaderValues.create(HeaderNames.CONTENT_TYPE, "audio/wav");

    /// A bed of other content has another name.
    private static final Header FOR_A_DAY =
            HeaderValues.create(HeaderNames.CACHE_CONTROL, "public, max-age=86400, immutable");

    private static final Header NEVER_CACHED =
            HeaderValues.create(HeaderNames.CACHE_CONTROL, "no-store");
    private static final System.Logger LOG = System.getLogger(PhoneDoor.class.getName());

    private final Capacity capacity;
    private final Traffic traffic;
    private final Doorway doorway;
    private final BedFile bed;
    private final Addresses addresses;
    private final CarrierGate gate;
    private final CallFlow flow;
    private final StreamDesk desk;

    /// A door for one show; it opens once it is mounted.
    ///
    /// @param tokens shared with the [TwilioTelephony] of the same show
    /// @param ended what is remembered of calls that are over
    /// @param bed what callers in the carrier's queue hear: mono samples at 48 kHz; some seconds
    ///   long (the studio's own has eight), because its length is how often the carrier asks what
    ///   to do with a caller
    public PhoneDoor(
            TwilioSettings settings,
            Capacity capacity,
            StreamTokens tokens,
            NumberFingerprint fingerprint,
            Switchboard switchboard,
            EndedCalls ended,
            float[] bed) {
        this.capacity = capacity;
        traffic = new Traffic(capacity);
        doorway =
                new Doorway(
                        Limits.of(capacity.connections(), MOST_STRANGERS, CarrierGate.LONGEST_BODY),
                        PhoneDoor::words);
        this.bed = new BedFile(bed);
        Signatures signatures = new Signatures(settings.authToken());
        addresses = new Addresses(settings.webhookBaseUrl());
        gate = new CarrierGate(settings, signatures, fingerprint);
        flow = new CallFlow(settings, this.bed, tokens, switchboard, ended, traffic);
        desk =
                new StreamDesk(
                        settings.accountSid(),
                        signatures,
                        addresses,
                        tokens,
                        switchboard,
                        traffic,
                        new FrameText());
    }

    /// Sets a listener up as this door: its routes, its WebSocket, and limits on all that strangers
    /// could send. Address and port are left to the caller.
    ///
    /// What comes is read by the doorway. Each frame leaves at once, by itself; the library would
    /// keep it until the one before is acknowledged.
    public void mount(ListenerConfig.BuilderBase<?, ?> listener) {
        mount(listener, () -> new MediaStream(desk));
    }

    /// The same with something else at the address of the streams.
    void mount(ListenerConfig.BuilderBase<?, ?> listener, Supplier<WsListener> streams) {
        HttpRouting.Builder http = HttpRouting.builder();
        routes(http);
        WsRouting.Builder webSockets = WsRouting.builder();
        webSockets.endpoint(Addresses.STREAM, streams);
        doorway.mount(
                listener,
                Http1Config.builder().addReceiveListener(new UpgradeWords()),
                WsConfig.builder().maxFrameLength(StreamMessages.LONGEST).build());
        listener.addRouting(http)
                .addRouting(webSockets)
                .directHandlers(beforeRouting())
                .backlog(capacity.backlog());
    }

    private static Refusal.Words words(int status, String sentence) {
        return new Refusal.Words("content-type: text/plain\r\n", sentence);
    }

    /// What goes wrong inside of the library is told in our words.
    private static DirectHandlers beforeRouting() {
        DirectHandler handler =
                (_, _, status, headers, _) ->
                        DirectHandler.TransportResponse.builder()
                                .status(status)
                                .headers(headers)
                                .keepAlive(false)
                                .entity(
                                        status.equals(Status.NOT_FOUND_404)
                                                ? "There is nothing at that address."
                                                : "That request is not answered here.")
                                .build();
        DirectHandlers.Builder handlers = DirectHandlers.builder();
        for (DirectHandler.EventType event : DirectHandler.EventType.values()) {
            handlers.addHandler(event, handler);
        }
        return handlers.build();
    }

    /// Adds the webhooks and the hold bed.
    private void routes(HttpRouting.Builder routing) {
        routing.post(Addresses.VOICE, answering(flow::voice))
                .post(Addresses.HOLD_MUSIC, answering(flow::holdMusic))
                .post(Addresses.SAID + "{" + QUESTION + "}", guarded(this::said))
                .post(Addresses.MESSAGE_LEFT, answering(flow::messageLeft))
                .post(Addresses.MESSAGE_READY, noting(flow::messageReady))
                .post(Addresses.STATUS, noting(flow::status))
                .post(Addresses.STREAM_STATUS, noting(flow::streamStatus))
                .get(Addresses.HOLD_MUSIC + "/" + bed.file(), this::bed);
    }

    /// The public address of the hold bed, which answers to everybody: whoever hears it there has
    /// come all the way to this door.
    public String bedAddress() {
        return addresses.bed(bed);
    }

    /// The public address of the streams.
    public String streamAddress() {
        return addresses.stream();
    }

    /// How the telephone is doing.
    public PhoneHealth health() {
        return traffic.health(doorway.broken());
    }

    /// Closes every stream. The callers stay on the telephone, in the carrier's queue.
    @Override
    public void close() {
        traffic.closeAll();
    }

    /// The request target as it came over the wire: what the carrier has signed, behind the base.
    static String target(HttpPrologue prologue) {
        String query = prologue.query().rawValue();
        return prologue.uriPath().rawPath() + (query.isEmpty() ? "" : "?" + query);
    }

    private Handler answering(Function<Webhook, String> answer) {
        return guarded((webhook, _, response) -> tell(response, answer.apply(webhook.ofACaller())));
    }

    private static void tell(ServerResponse response, String twiml) {
        response.header(TWIML).header(NEVER_CACHED).send(twiml);
    }

    private void said(Webhook webhook, ServerRequest request, ServerResponse response) {
        String question = request.path().pathParameters().get(QUESTION);
        if (!NUMBER.matcher(question).matches()) {
            throw new RefusedException(Status.NOT_FOUND_404, "There is no such question.");
        }
        tell(response, flow.said(webhook.ofACaller(), Long.parseLong(question)));
    }

    private Handler noting(Consumer<Webhook> note) {
        return guarded((webhook, _, response) -> {
            note.accept(webhook);
            response.status(Status.NO_CONTENT_204).send();
        });
    }

    /// What is done with a genuine request.
    private interface Answer {
        void give(Webhook webhook, ServerRequest request, ServerResponse response);
    }

    private Handler guarded(Answer answer) {
        return (request, response) -> {
            try {
                Optional<Webhook> webhook = opened(request, response);
                if (webhook.isPresent()) {
                    answer.give(webhook.get(), request, response);
                }
            } catch (RefusedException e) {
                refuse(response, e.status(), String.valueOf(e.getMessage()));
            } catch (BadFormException e) {
                refuse(response, Status.BAD_REQUEST_400, String.valueOf(e.getMessage()));
            } catch (CloseConnectionException e) {
                throw e;
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "A request of the carrier could not be answered.", e);
                traffic.trouble("A request of the telephone company could not be answered.");
                fail(response, Status.INTERNAL_SERVER_ERROR_500, "Something went wrong here.");
            }
        };
    }

    /// As long as the signature has not been checked, nothing that goes wrong is the host's affair:
    /// it may be anybody's doing.
    private Optional<Webhook> opened(ServerRequest request, ServerResponse response) {
        try {
            return Optional.of(gate.open(request));
        } catch (RefusedException | CloseConnectionException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.log(Level.DEBUG, "A request without a signature cannot be read.", e);
            fail(response, Status.BAD_REQUEST_400, "The request cannot be read.");
            return Optional.empty();
        }
    }

    private void refuse(ServerResponse response, Status status, String why) {
        traffic.refused(why);
        fail(response, status, why);
    }

    /// The connection goes with the request: after a wrong one nobody knows where the next begins.
    private static void fail(ServerResponse response, Status status, String sentence) {
        response.status(status).header(HeaderValues.CONNECTION_CLOSE).send(sentence);
    }

    private void bed(ServerRequest request, ServerResponse response) {
        response.header(HeaderValues.create(HeaderNames.ETAG, bed.tag())).header(FOR_A_DAY);
        boolean known =
                request.headers()
                        .first(HeaderNames.IF_NONE_MATCH)
                        .filter(bed.tag()::equals)
                        .isPresent();
        if (known) {
            response.status(Status.NOT_MODIFIED_304).send();
        } else {
            response.header(WAV).send(bed.wav());
        }
    }
}
