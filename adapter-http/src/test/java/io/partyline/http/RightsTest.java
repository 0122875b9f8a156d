package io.partyline.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.rehearsal.MarkedSecret;
import java.net.http.HttpRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Who may do what at the studio door, for every route there is. A route that is in neither list
/// fails here, until somebody has thought about whose it is.
class RightsTest {
    private static final String HOSTS = MarkedSecret.of("studio");
    private static final String PRODUCERS = MarkedSecret.of("producer");
    private static final SeatSettings SEATS = new SeatSettings(Optional.of(PRODUCERS), false);

    /// What the producer may do as well as the host.
    private static final Set<String> BOTH =
            lines(
                    """
                    GET /api/show
                    GET /api/events
                    GET /api/queue
                    GET /api/stage
                    PUT /api/calls/{call_sid}/card
                    POST /api/calls/{call_sid}/next
                    POST /api/calls/{call_sid}/screen
                    POST /api/calls/{call_sid}/talk-start
                    POST /api/calls/{call_sid}/talk-stop
                    GET /api/studio/audio
                    POST /api/marks
                    POST /api/notes
                    GET /api/voicemail
                    GET /api/voicemail/{id}/audio
                    POST /api/voicemail/{id}/heard
                    """);

    /// What airs, ends or configures something, or is none of the producer's business.
    private static final Set<String> HOST_ALONE =
            lines(
                    """
                    POST /api/queue/take-next
                    POST /api/queue/take/{call_sid}
                    POST /api/queue/drop/{call_sid}
                    POST /api/hangup/real
                    POST /api/lines
                    PUT /api/calls/{call_sid}/gain
                    PUT /api/calls/{call_sid}/chain
                    POST /api/calls/{call_sid}/hold
                    POST /api/calls/{call_sid}/let-go
                    POST /api/calls/{call_sid}/undo
                    POST /api/calls/{call_sid}/lock
                    POST /api/calls/{call_sid}/unlock
                    POST /api/calls/{call_sid}/mute
                    POST /api/calls/{call_sid}/unmute
                    POST /api/calls/{call_sid}/talkback-start
                    POST /api/calls/{call_sid}/talkback-stop
                    POST /api/calls/{call_sid}/ban
                    POST /api/calls/{call_sid}/{verb}
                    GET /api/loudness
                    POST /api/voicemail/{id}/play
                    DELETE /api/voicemail/{id}
                    GET /api/callers
                    POST /api/call/{key}
                    POST /api/hangup
                    POST /api/chat
                    POST /api/tts
                    POST /api/ai/respond
                    POST /api/ai/stop
                    POST /api/ai/mute
                    POST /api/ai/wrap-up
                    POST /api/ai/cue
                    POST /api/ai/hands/{key}/accept
                    POST /api/ai/eagerness
                    GET /api/latency
                    PUT /api/host/mood
                    POST /api/session/ai-mode
                    POST /api/session/auto-followup
                    POST /api/session/end
                    POST /api/session/start
                    POST /api/session/reset
                    POST /api/followup/generate
                    POST /api/followup/cancel
                    GET /api/regulars
                    PUT /api/regulars/{id}
                    DELETE /api/regulars/{id}
                    GET /api/spend
                    GET /api/music
                    POST /api/music/play
                    POST /api/music/next
                    POST /api/music/skip
                    POST /api/music/stop
                    POST /api/music/volume
                    POST /api/music/loop
                    GET /api/sfx
                    POST /api/sfx/play
                    POST /api/sfx/stop
                    GET /api/program
                    PUT /api/program
                    POST /api/program/dump
                    POST /api/program/panic
                    PUT /api/studio/audio/local
                    GET /api/recording
                    POST /api/recording
                    POST /api/recording/clip
                    GET /api/settings
                    POST /api/settings/{part}/try
                    POST /api/settings/stop
                    POST /api/history/{call_sid}/clip
                    GET /api/shows
                    DELETE /api/shows/{id}
                    GET /api/shows/{id}/export
                    GET /api/session/export
                    POST /api/notes/read
                    GET /api/history
                    GET /api/conversation
                    GET /api/health
                    GET /observe/health
                    """);

    private final Visit visit = new Visit(new ScriptedRoom(), HOSTS, SEATS);

    @AfterEach
    void leave() {
        visit.close();
    }

    private static Set<String> lines(String text) {
        return text.lines().collect(Collectors.toSet());
    }

    @Test
    void everyRouteIsInOneOfTheLists() {
        Set<String> both = new HashSet<>(BOTH);
        both.retainAll(HOST_ALONE);
        assertThat(both).isEmpty();
        assertThat(visit.routes())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(BOTH.stream(), HOST_ALONE.stream()).toList());
    }

    @Test
    void aProducerIsRefusedWhatIsTheHostsAloneAndNothingHappens() {
        visit.room.held(1);
        visit.room.onAir(2);
        long before = visit.room.show().seq();
        for (String route : HOST_ALONE) {
            Visit.Answer answer = asked(visit.guest(PRODUCERS), route);
            assertThat(answer.status()).as(route).isEqualTo(403);
            assertThat(answer.detail()).as(route).isEqualTo(Rights.NOT_YOURS);
        }
        assertThat(visit.room.show().seq()).isEqualTo(before);
    }

    @Test
    void aProducerMayDoTheRest() {
        visit.room.held(1);
        for (String route : BOTH) {
            if (!route.equals("GET /api/events")) {
                assertThat(asked(visit.guest(PRODUCERS), route).status())
                        .as(route)
                        .isNotIn(401, 403, 404, 405);
            }
        }
    }

    @Test
    void nothingIsAnsweredWithoutAPassword() {
        for (String route : visit.routes()) {
            assertThat(visit.send(request(route)).status()).as(route).isEqualTo(401);
        }
    }

    @Test
    void anOpenStageIsAllThatIsShownWithoutAPassword() {
        try (var open =
                new Visit(
                        new ScriptedRoom(),
                        HOSTS,
                        new SeatSettings(Optional.of(PRODUCERS), true))) {
            for (String route : open.routes()) {
                int status = open.send(request(open, route)).status();
                assertThat(status).as(route).isEqualTo(route.equals("GET /api/stage") ? 200 : 401);
            }
            for (String file :
                    List.of(
                            "/stage.html",
                            "/css/stage.css",
                            "/js/stage.js",
                            "/js/language.js",
                            "/js/words.js",
                            "/words/en.js",
                            "/words/de.js",
                            "/favicon.svg")) {
                assertThat(open.get(file).status()).as(file).isEqualTo(200);
            }
            for (String path :
                    List.of(
                            "/",
                            "/index.html",
                            "/js/main.js",
                            "/words/",
                            "/words/../index.html",
                            "/api/stage/",
                            "/api/stage/../show",
                            "/api/Stage",
                            "/api/nothing",
                            "/nothing")) {
                assertThat(open.get(path).status()).as(path).isEqualTo(401);
            }
            assertThat(open.post("/api/stage").status()).isEqualTo(401);
            assertThat(open.guest("guess").get("/api/stage").status()).isEqualTo(401);
            assertThat(open.guest(PRODUCERS).get("/api/stage").status()).isEqualTo(200);
        }
    }

    @Test
    void whoeverHasPassedNoGateHasNoRights() {
        for (String route : visit.routes()) {
            String[] parts = route.split(" ", 2);
            assertThat(Rights.allow(Who.AUDIENCE, parts[0], parts[1]))
                    .as(route)
                    .isEqualTo(route.equals("GET /api/stage"));
            assertThat(Rights.allow(Who.HOST, parts[0], parts[1])).as(route).isTrue();
        }
        assertThat(Rights.allow(Who.PRODUCER, "POST", "/api/something-new")).isFalse();
    }

    private Visit.Answer asked(Guest guest, String route) {
        return visit.send(request(route).header("Authorization", guest.header()));
    }

    private HttpRequest.Builder request(String route) {
        return request(visit, route);
    }

    private static HttpRequest.Builder request(Visit visit, String route) {
        String[] parts = route.split(" ", 2);
        String path =
                parts[1].replace("{call_sid}", ScriptedRoom.sid(1).value())
                        .replace("{verb}", "anything")
                        .replace("voicemail/{id}", "voicemail/message-1")
                        .replaceAll("\\{.*?}", "1");
        String body =
                switch (route) {
                    case "POST /api/notes" -> "{\"text\":\"Line two knows her.\"}";
                    case "PUT /api/calls/{call_sid}/card" -> "{\"place\":\"Leeds\"}";
                    default -> "{}";
                };
        return parts[0].equals("GET")
                ? HttpRequest.newBuilder(visit.at(path)).GET()
                : visit.posting(path).method(parts[0], HttpRequest.BodyPublishers.ofString(body));
    }
}
