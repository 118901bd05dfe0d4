using System.Text.Json;
using Cradle.Platform.Web;
using Cradle.Primitives;

namespace Cradle.Web;

/// <summary>What to know before applying for a service.</summary>
/// <param name="Href">The page of the service.</param>
/// <param name="Quantity">The rules that it rests on.</param>
/// <param name="HasItems">Whether it is the joint application for a newborn, whose items have time limits of their own.</param>
public sealed record ServiceGuide(
    string Id, GuideText Name, string Href, string Quantity, GuideText Who, IReadOnlyList<GuideText> Materials, IReadOnlyList<GuideText> Steps, GuideText Time, GuideText Fee, GuideText Where, GuideText Complaint, bool HasItems = false);

/// <summary>A text of a guide.</summary>
public sealed record GuideText(string Zh, string En)
{
    public override string ToString() => Wording.Say(Zh, En);
}

/// <summary>The guides of <c>data/services</c>, read once.</summary>
public sealed class ServiceGuides
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true };

    /// <exception cref="JsonException">The file lacks a member or is no JSON.</exception>
    public ServiceGuides(IConfiguration configuration)
    {
        var data = configuration["Policies:Data"] ?? ReferenceFolder.Find("data") ?? throw new DirectoryNotFoundException("No folder data was found. Set Policies:Data.");
        using var file = File.OpenRead(Path.Combine(data, "services", "guides.json"));
        All = JsonSerializer.Deserialize<IReadOnlyList<ServiceGuide>>(file, Json)!;
    }

    public IReadOnlyList<ServiceGuide> All { get; }

    public ServiceGuide? Find(string id) => All.FirstOrDefault(guide => guide.Id == id);

    /// <summary>The guide of a service by its page.</summary>
    public ServiceGuide? Of(Service service) => All.FirstOrDefault(guide => "~" + guide.Href == service.Href);
}
