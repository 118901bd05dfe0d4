using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Facts;

/// <summary>JSON from strangers: UTF-8, no comments, no comma at the end of a list, few levels deep, and every text in it whole.</summary>
public static class StrictJson
{
    /// <summary>Levels of objects and lists that are read; a family has half as many.</summary>
    public const int MaximumDepth = 12;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = MaximumDepth };

    /// <summary>Parses JSON in UTF-8, with or without a byte order mark; the document reads from the memory given.</summary>
    /// <returns>The document, to be disposed of, or what is wrong: <c>encoding</c>, <c>json</c> or <c>text</c>, of the whole (<c>$</c>).</returns>
    public static (JsonDocument? Document, FactProblem? Problem) Parse(ReadOnlyMemory<byte> utf8)
    {
        if (utf8.Span.StartsWith(Encoding.UTF8.Preamble))
            utf8 = utf8[Encoding.UTF8.Preamble.Length..];
        if (!Utf8.IsValid(utf8.Span))
            return (null, new FactProblem("$", "encoding", new("有文字不是 UTF-8 编码。", "A text is not in UTF-8."), new("存成 UTF-8 再发送，不要用 GBK、UTF-16 等编码。", "Write it in UTF-8, not in GBK, UTF-16 or another encoding.")));
        try
        {
            var document = JsonDocument.Parse(utf8, Options);
            if (utf8.Span.IndexOf("\\u"u8) < 0 || IsWhole(document.RootElement))
                return (document, null);
            document.Dispose();
            return (null, new FactProblem("$", "text", new("文字里有半个字符（单独的 UTF-16 代理项）。", "A text holds half a character (a lone UTF-16 surrogate)."), new("把这个字符写完整，或删去。", "Write the character whole, or remove it.")));
        }
        catch (JsonException exception)
        {
            return (null, Malformed(exception.LineNumber + 1, exception.BytePositionInLine + 1));
        }
    }

    private static FactProblem Malformed(long? line, long? at) => new("$", "json",
        new($"第{line}行第{at}字节处不是合法的 JSON，或者套得太深。", $"Line {line}, byte {at} is not valid JSON, or nested too deeply."),
        new($"检查引号、逗号和括号；不能有注释和多余的逗号，嵌套最多{MaximumDepth}层。", $"Check quotes, commas and brackets; no comments, no comma at the end of a list, at most {MaximumDepth} levels deep."));

    /// <summary>An escape may name half of a surrogate pair, which is JSON but no text: reading it throws.</summary>
    private static bool IsWhole(JsonElement element)
    {
        try
        {
            Visit(element);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }

        static void Visit(JsonElement element)
        {
            switch (element.ValueKind)
            {
                case JsonValueKind.String:
                    element.GetString();
                    break;
                case JsonValueKind.Array:
                    foreach (var item in element.EnumerateArray())
                        Visit(item);
                    break;
                case JsonValueKind.Object:
                    foreach (var member in element.EnumerateObject())
                    {
                        _ = member.Name;
                        Visit(member.Value);
                    }

                    break;
            }
        }
    }
}
