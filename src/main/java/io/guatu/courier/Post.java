package io.guatu.courier;

import java.util.Map;

/** A request that is to be sent: POST, with this body in UTF-8. */
record Post(String address, Map<String, String> headers, String body) {
    Post {
        headers = Map.copyOf(headers);
    }
}
