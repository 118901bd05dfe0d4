using System.Text.Json;

namespace Cradle.Rules.Facts;

/// <summary>Strings of JSON from strangers: an escape may name half a character (<c>"\ud800"</c>), which is JSON but no text.</summary>
internal static class JsonText
{
    private const string NoText = "\uFFFD";

    /// <summary>The string a value holds; null where it is none, or no text.</summary>
    public static string? Of(JsonElement element)
    {
        try
        {
            return element.ValueKind == JsonValueKind.String ? element.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The name of a member; a replacement character where it is no text.</summary>
    public static string NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return NoText;
        }
    }
}
