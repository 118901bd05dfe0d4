using Cradle.Platform.Web;

namespace Cradle.Web;

public sealed record ServiceGroup(string Id, Words Name, IReadOnlyList<Service> Services);
