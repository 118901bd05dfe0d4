using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Cradle.Rules.Facts;

namespace Cradle.Cli.Entitlements;

/// <summary>A family: a file, or <c>-</c> for standard input; JSON in UTF-8 as the API takes it, whatever the locale.</summary>
internal static class FamilyFile
{
    // as the API: no comments, no commas at the end
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 12 };

    /// <summary>The bytes without a byte order mark.</summary>
    public static byte[] ReadBytes(string file)
    {
        byte[] bytes;
        if (file == "-")
        {
            using var input = Console.OpenStandardInput();
            using var copy = new MemoryStream();
            input.CopyTo(copy);
            bytes = copy.ToArray();
        }
        else
        {
            bytes = File.ReadAllBytes(file);
        }

        return bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
    }

    public static string Read(string file) => Encoding.UTF8.GetString(ReadBytes(file));

    /// <summary>Why the bytes are no family, as the API says it; null where they may be one.</summary>
    public static FactProblem? Refusal(byte[] bytes)
    {
        if (!Utf8.IsValid(bytes))
            return new FactProblem("$", "encoding", new("有文字不是 UTF-8 编码。", "A text is not in UTF-8."), new("存成 UTF-8，不要用 GBK、UTF-16 等编码。", "Save it as UTF-8, not as GBK, UTF-16 or another encoding."));
        try
        {
            using var document = JsonDocument.Parse(bytes, Strict);
            Visit(document.RootElement);
            return null;
        }
        catch (JsonException exception)
        {
            return new FactProblem("$", "json",
                new($"第{exception.LineNumber + 1}行第{exception.BytePositionInLine + 1}字节处不是合法的 JSON，或者套得太深。", $"Line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1} is not valid JSON, or nested too deeply."),
                new("检查引号、逗号和括号；不能有注释和多余的逗号，层次不要太深。", "Check quotes, commas and brackets; no comments, no comma at the end of a list, few levels deep."));
        }
        catch (InvalidOperationException)
        {
            return new FactProblem("$", "text", new("文字里有半个字符（单独的 UTF-16 代理项）。", "A text holds half a character (a lone UTF-16 surrogate)."), new("把这个字符写完整，或删去。", "Write the character whole, or remove it."));
        }
    }

    /// <summary>Reads every text; half of a surrogate pair throws.</summary>
    private static void Visit(JsonElement element)
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
