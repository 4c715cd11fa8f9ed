package io.guatu.http;

import io.guatu.ledger.Json;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.RequestExtractor;
import io.vertx.json.schema.common.dsl.SchemaType;
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
 * a fault, and who looks for C+ something else. Then it reads every value as JSON: a text is given to it as JSON, so that what
 * is in it stays text. Our parameters are plain values only.
 */
final class PlainRequestExtractor implements RequestExtractor {
    @Override
    public Future<ValidatableRequest> extractValidatableRequest(RoutingContext context, Operation operation) {
        HttpServerRequest request = context.request();
        Map<String, RequestParameter> headers = new HashMap<>();
        Map<String, RequestParameter> path = new HashMap<>();
        Map<String, RequestParameter> query = new HashMap<>();
        for (Parameter parameter : operation.getParameters()) {
            String name = parameter.getName();
            switch (parameter.getIn()) {
                case HEADER -> headers.put(name, value(parameter, request.getHeader(name)));
                case PATH -> path.put(name, value(parameter, segment(request, operation, name)));
                case QUERY -> query.put(name, value(parameter, request.params().get(name)));
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

    private static RequestParameter value(Parameter parameter, String sent) {
        boolean text = sent != null && parameter.getSchemaType() == SchemaType.STRING;
        return new RequestParameterImpl(text ? Json.write(sent) : sent);
    }

    private static String segment(HttpServerRequest request, Operation operation, String name) {
        String[] segments = request.path().substring(1).split("/");
        int place = RequestUtils.findPathSegment(operation.getAbsoluteOpenAPIPath(), name) - 1;
        return URLDecoder.decode(segments[place], StandardCharsets.UTF_8);
    }
}
