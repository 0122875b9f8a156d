package io.partyline.carrier.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.partyline.carrier.office.Form;
import io.partyline.carrier.plan.CarrierPlan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One page of a list, as the REST desk shows it: `Page` counts from 0, `PageSize` is 50 by default
/// and 1000 at most, and `next_page_uri` leads on.
final class Page {
    private static final String SIZE = "50";
    private static final int LARGEST = 1000;

    private Page() {}

    static RestAnswer of(String name, List<JsonNode> all, RestRequest request, CarrierPlan plan) {
        int page = number(request.query(), "Page", "0", Integer.MAX_VALUE / LARGEST);
        int size = Math.max(1, number(request.query(), "PageSize", SIZE, LARGEST));
        int start = Math.min(all.size(), page * size);
        int end = Math.min(all.size(), start + size);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray(name).addAll(all.subList(start, end));
        body.put("page", page).put("page_size", size).put("start", start).put("end", end);
        body.put("uri", uri(request, page, plan));
        if (end < all.size()) {
            body.put("next_page_uri", uri(request, page + 1, plan));
        } else {
            body.putNull("next_page_uri");
        }
        return RestAnswer.ok(body);
    }

    private static String uri(RestRequest request, int page, CarrierPlan plan) {
        Map<String, String> query = new LinkedHashMap<>(request.query());
        query.put("Page", Integer.toString(page));
        return RestDesk.ROOT + plan.account().sid() + request.path() + "?" + Form.encode(query);
    }

    private static int number(
            Map<String, String> query, String name, String otherwise, int largest) {
        return Math.min(largest, Integer.parseUnsignedInt(query.getOrDefault(name, otherwise)));
    }
}
