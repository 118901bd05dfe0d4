using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Cradle.Platform.Telemetry;
using Microsoft.Extensions.Options;

namespace Cradle.Platform.Connectors;

/// <summary>Sends signed requests to a partner. It tries once: whoever sends through the outbox is tried again by that.</summary>
public sealed class ConnectorClient(IHttpClientFactory clients, TimeProvider time, Measures measures, IOptions<ConnectorOptions> options)
{
    internal const string ClientName = "cradle.connector";

    /// <summary>Sends a request.</summary>
    /// <param name="partner">To whom; it has an address.</param>
    /// <param name="method">GET or POST.</param>
    /// <param name="target">Path and query, from <c>/api/connector/</c> on.</param>
    /// <param name="body">Written as JSON; null sends none.</param>
    /// <param name="idempotencyKey">The same for every try of one request.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<ConnectorReply> SendAsync(
        Partner partner, HttpMethod method, string target, object? body, string idempotencyKey, CancellationToken cancellationToken)
    {
        var content = body is null ? [] : JsonSerializer.SerializeToUtf8Bytes(body, body.GetType(), ConnectorJson.Options);
        using var span = Measures.Source.StartActivity($"connector {partner.Name}", ActivityKind.Client);   // its trace goes along in the request's header
        var start = time.GetTimestamp();
        var reply = await TryAsync(partner, method, target, content, idempotencyKey, cancellationToken);
        measures.Asked(partner.Name, reply.Status, time.GetElapsedTime(start));
        span?.SetTag("http.response.status_code", reply.Status);
        span?.SetStatus(reply.Succeeded ? ActivityStatusCode.Ok : ActivityStatusCode.Error);
        return reply;
    }

    private async Task<ConnectorReply> TryAsync(Partner partner, HttpMethod method, string target, byte[] content, string idempotencyKey, CancellationToken cancellationToken)
    {
        using var request = Signed(partner, method, target, content, idempotencyKey);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(options.Value.Timeout);
        try
        {
            using var response = await clients.CreateClient(ClientName).SendAsync(request, timeout.Token);
            return new ConnectorReply((int)response.StatusCode, await response.Content.ReadAsStringAsync(timeout.Token));
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new ConnectorReply(0, exception.GetType().Name);
        }
    }

    private HttpRequestMessage Signed(Partner partner, HttpMethod method, string target, byte[] content, string idempotencyKey)
    {
        var address = partner.Address ?? throw new InvalidOperationException($"The partner {partner.Name} has no address: set Connector:Partners:…:Address.");
        var key = partner.Keys[0];
        var signed = new SignedRequest(
            method.Method, target, key.Id, time.GetUtcNow().ToUnixTimeSeconds(), Guid.NewGuid().ToString("N"), idempotencyKey, SignedRequest.DigestOf(content));
        var request = new HttpRequestMessage(method, new Uri(address.ToString().TrimEnd('/') + target));
        if (content.Length > 0)
            request.Content = new ByteArrayContent(content) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        request.Headers.Add(SignedRequest.KeyHeader, signed.KeyId);
        request.Headers.Add(SignedRequest.TimestampHeader, signed.Timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add(SignedRequest.NonceHeader, signed.Nonce);
        request.Headers.Add(SignedRequest.IdempotencyHeader, signed.IdempotencyKey);
        request.Headers.Add(SignedRequest.DigestHeader, signed.Digest);
        request.Headers.Add(SignedRequest.SignatureHeader, signed.Sign(key.Secret));
        return request;
    }
}

/// <summary>What a partner answered; status 0 where nothing came back, with the kind of failure as text.</summary>
public sealed record ConnectorReply(int Status, string Body)
{
    public bool Succeeded => Status is >= 200 and < 300;

    /// <summary>Whether a further try is of use: nobody answered, or the other side is in trouble.</summary>
    public bool MayComeLater => Status is 0 or 408 or 425 or 429 or >= 500;

    public T Read<T>() => JsonSerializer.Deserialize<T>(Body, ConnectorJson.Options) ?? throw new JsonException("The answer is empty.");
}
