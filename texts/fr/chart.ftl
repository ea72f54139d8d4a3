# Les graphiques et leurs tableaux.

chart-average = prix moyen par kg
chart-bid = achat
chart-bid-total = à acheter : { $mass }
chart-day = Jour
chart-depth = Ce qui est à acheter et à vendre, selon le prix.
chart-depth-bids = Offres d’achat : { $mass } en tout, à { $price } par kg au plus.
chart-depth-offers = Offres de vente : { $mass } en tout, à partir de { $price } par kg.
chart-limited = achat, de certaines origines seulement
chart-limited-total = à acheter, de certaines origines seulement : { $mass }
chart-mass = Masse
chart-month = Mois
chart-months-gist = { $caption }, de { $first } à { $last } : { $sums }.
chart-most-a-day = { $mass } par jour au plus
chart-offer = vente
chart-offer-total = à vendre : { $mass }
chart-orders = Ordres
chart-price-kg = Prix par kg
chart-prices = Prix moyen et masse par jour
chart-prices-gist = { $days ->
    [one] Transactions sur un seul jour, le { $first } : { $first-price } par kg en moyenne.
   *[other] Transactions sur { $days } jours. Moyenne par kg : { $first-price } le { $first }, { $last-price } le { $last }.
  }
chart-side = Côté
chart-trades = Transactions
chart-volume = masse échangée
