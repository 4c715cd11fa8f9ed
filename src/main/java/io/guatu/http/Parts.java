package io.guatu.http;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.RequestExtractor;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.contract.Parameter;
import io.vertx.openapi.validation.RequestParameter;
import io.vertx.openapi.validation.RequestUtils;
import io.vertx.openapi.validation.ValidatableRequest;
import io.vertx.openapi.validation.impl.RequestParameterImpl;
import io.vertx.openapi.validation.impl.ValidatableRequestImpl;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * A request in parts, for the validator. The library's own way decodes what is decoded already: who looks for 50 % would get
 * a fault, and who looks for C+ something else. Our parameters are plain values only.
 */
final class Parts implements RequestExtractor {
    @Override
    public Future<ValidatableRequest> extractValidatableRequest(RoutingContext context, Operation operation) {
        HttpServerRequest request = context.request();
        Map<String, RequestParameter> headers = new HashMap<>();
        Map<String, RequestParameter> path = new HashMap<>();
        Map<String, RequestParameter> query = new HashMap<>();
        for (Parameter parameter : operation.getParameters()) {
            String name = parameter.getName();
            switch (parameter.getIn()) {
                case HEADER -> headers.put(name, new RequestParameterImpl(request.getHeader(name)));
                case PATH -> path.put(name, new RequestParameterImpl(segment(request, operation, name)));
                case QUERY ->
                    query.put(name, new RequestParameterImpl(request.params().get(name)));
                default -> throw new IllegalStateException("the contract has no cookies: " + name);
            }
        }
        return Future.succeededFuture(
                operation.getRequestBody() == null
                        ? new ValidatableRequestImpl(Map.of(), headers, path, query)
                        : new ValidatableRequestImpl(
                                Map.of(),
                                headers,
                                path,
                                query,
                                new RequestParameterImpl(context.body().buffer()),
                                request.getHeader(HttpHeaders.CONTENT_TYPE)));
    }

    private static String segment(HttpServerRequest request, Operation operation, String name) {
        String[] segments = request.path().substring(1).split("/");
        int place = RequestUtils.findPathSegment(operation.getAbsoluteOpenAPIPath(), name) - 1;
        return URLDecoder.decode(segments[place], StandardCharsets.UTF_8);
    }
}
