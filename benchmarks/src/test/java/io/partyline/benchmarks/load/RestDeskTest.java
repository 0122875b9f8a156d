package io.partyline.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class RestDeskTest {
    private static final String ACCOUNT = "/2010-04-01/Accounts/AC1";

    @Test
    void aCallThatIsEndedIsEndedOnceAndListedNoMore() throws Exception {
        List<String> ended = new CopyOnWriteArrayList<>();
        try (RestDesk desk = new RestDesk();
                HttpClient http = HttpClient.newHttpClient()) {
            desk.onHangUp(ended::add);
            desk.rings("CA1");
            assertThat(get(http, desk, "/Calls.json?Status=in-progress")).contains("\"CA1\"");
            assertThat(get(http, desk, "/Queues.json")).contains("\"queues\":[]");
            assertThat(end(http, desk)).contains("in-progress");
            assertThat(end(http, desk)).contains("completed");
            assertThat(get(http, desk, "/Calls.json?Status=in-progress")).doesNotContain("CA1");
            assertThat(get(http, desk, "/Calls/CA1.json")).contains("completed");
        }
        assertThat(ended).containsExactly("CA1");
    }

    private static String get(HttpClient http, RestDesk desk, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(at(desk, path)).build();
        return http.send(request, BodyHandlers.ofString()).body();
    }

    private static String end(HttpClient http, RestDesk desk) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(at(desk, "/Calls/CA1.json"))
                        .POST(HttpRequest.BodyPublishers.ofString("Status=completed"))
                        .build();
        return http.send(request, BodyHandlers.ofString()).body();
    }

    private static URI at(RestDesk desk, String path) {
        return URI.create(desk.address() + ACCOUNT + path);
    }
}
