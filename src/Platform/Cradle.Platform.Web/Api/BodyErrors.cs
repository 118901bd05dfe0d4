using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Cradle.Platform.Web.Api;

/// <summary>What is wrong with a body that the framework reads into a record, by the name of its member; <c>$</c> is the body as a whole.</summary>
internal static partial class BodyErrors
{
    private const string Body = "$";

    /// <summary>Why a body could not be read; empty where the failure is none of the body.</summary>
    public static IReadOnlyList<FieldProblem> Of(BadHttpRequestException failure) => failure.InnerException switch
    {
        JsonException { Path: Body or null } json when Named().Matches(json.Message) is { Count: > 0 } members && json.Message.Contains("required", StringComparison.Ordinal) =>
            [.. members.Select(member => Absent(member.Groups["name"].Value))],
        JsonException { Path: [_, '.', ..] path } => [new FieldProblem(path[2..], "type", Wording.Say("值的类型不对。", "The value is of the wrong type."), Wording.Say("对照 /openapi/v1.json 写。", "See its type in /openapi/v1.json."))],
        JsonException json => [new FieldProblem(Body, "json",
            Wording.Say($"内容不是这里要的 JSON：第{json.LineNumber + 1}行第{json.BytePositionInLine + 1}字节。", $"The body is not the JSON asked for: line {json.LineNumber + 1}, byte {json.BytePositionInLine + 1}."),
            Wording.Say("写一个 JSON 对象，成员见 /openapi/v1.json。", "Send one JSON object; /openapi/v1.json lists its members."))],
        null when failure.Message.Contains("no body was provided", StringComparison.Ordinal) =>
            [new FieldProblem(Body, "missing", Wording.Say("请求没有内容。", "The request has no body."), Wording.Say("以 application/json 发送一个 JSON 对象。", "Send one JSON object as application/json."))],
        _ => [],
    };

    /// <summary>Members that are null or blank.</summary>
    public static IEnumerable<FieldProblem> Absent(params IEnumerable<(string Name, string? Value)> members) =>
        members.Where(member => string.IsNullOrWhiteSpace(member.Value)).Select(member => Absent(member.Name));

    private static FieldProblem Absent(string member) =>
        new(member, "missing", Wording.Say($"没有写 {member}。", $"{member} is missing."), Wording.Say($"在 JSON 对象里写上 {member}。", $"Give {member} in the JSON object."));

    // … was missing required properties including: 'userName', 'password'.
    [GeneratedRegex("(?<=including: .*)'(?<name>[A-Za-z]+)'")]
    private static partial Regex Named();
}
