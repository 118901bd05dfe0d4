using Cradle.Platform.Connectors;
using Cradle.Platform.Web.Api;

namespace Cradle.Platform.Web.Connectors;

/// <summary>Why a request of another system is refused, and how its operators mend that.</summary>
internal static class ConnectorWords
{
    public static FieldProblem Of(ConnectorError error) => error switch
    {
        ConnectorError.Unsigned(var header) => new(header, "unsigned", Wording.Say($"缺少或读不懂请求头 {header}。", $"The header {header} is missing or can't be read."), Wording.Say("按 /openapi/connector-v1.json 签名。", "Sign as /openapi/connector-v1.json says.")),
        ConnectorError.UnknownKey => new(SignedRequest.KeyHeader, "unknownKey", Wording.Say("没有这个密钥。", "There is no such key."), Wording.Say("请对方在 Connector:Partners 里登记密钥号。", "Have the key's id entered in Connector:Partners.")),
        ConnectorError.DigestDiffers => new(SignedRequest.DigestHeader, "digest", Wording.Say("内容和摘要对不上。", "The body does not match its digest."), Wording.Say("对实际发出的字节求 SHA-256。", "Take SHA-256 of the very bytes that are sent.")),
        ConnectorError.WrongSignature => new(SignedRequest.SignatureHeader, "signature", Wording.Say("签名不对。", "The signature is wrong."), Wording.Say("核对密钥和被签的各行。", "Compare the secret and the lines that are signed.")),
        ConnectorError.OutOfTime(var tolerance) => new(SignedRequest.TimestampHeader, "time", Wording.Say($"时间戳和这里的时钟相差超过 {tolerance.TotalMinutes:0} 分钟。", $"The timestamp is more than {tolerance.TotalMinutes:0} minutes from our clock."), Wording.Say("校准时钟，重新签名再发。", "Set the clock, sign anew and send again.")),
        ConnectorError.Replayed => new(SignedRequest.NonceHeader, "replayed", Wording.Say("这个请求已经收到过。", "This very request was received before."), Wording.Say("重发时换一个 nonce，幂等键不变。", "A further try takes a new nonce and keeps its idempotency key.")),
        _ => new(SignedRequest.IdempotencyHeader, "keyReused", Wording.Say("这个幂等键用过，内容不一样。", "The idempotency key was used for another content."), Wording.Say("不同的内容用不同的键。", "Another content takes another key.")),
    };
}
